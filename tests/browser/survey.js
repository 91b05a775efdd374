// What can be measured about a page's accessibility; run inside it.
() => {
  const shown = (node) => node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && node.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

  const nameOf = (node) => {
    const labels = [...(node.labels ?? [])].map((label) => label.textContent).join(" ");
    return (node.getAttribute("aria-label") || labels || node.textContent || "").trim();
  };

  const numbers = (colour) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };

  const brightness = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };

  const contrast = (node) => {
    const [a, b] = [brightness(numbers(getComputedStyle(node).color)), brightness(ground(node))];
    return Math.round(((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)) * 100) / 100;
  };

  const holdsText = (node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const texts = all("body *").filter((node) => holdsText(node) && !node.closest(".spoiler, svg, :disabled, .only-spoken"));
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  const inText = (node) => node.closest(".words") !== null; // links and commands inside sentences are exempt

  return {
    nameless: all("button, a, input, textarea, [role=menu], [role=listbox], dialog").filter((node) => !nameOf(node)).map((node) => node.outerHTML.slice(0, 120)),
    imagesWithoutAlt: all("img").filter((node) => !node.hasAttribute("alt")).map((node) => node.src),
    h1: all("h1").length,
    main: all("main").length,
    language: document.documentElement.lang,
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
    texts: texts.length,
    contrasts: texts.map((node) => ({ text: node.textContent.trim().slice(0, 40), class: node.className, ratio: contrast(node) })),
    targets: all("button, a, textarea").filter((node) => !inText(node) && !node.closest(".skip-link")).map((node) => {
      const box = node.getBoundingClientRect();
      return { name: nameOf(node).slice(0, 40), class: node.className, side: Math.round(Math.min(box.width, box.height)) };
    }),
  };
}
