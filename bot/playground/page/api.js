// The playground server's JSON API, one function per request.

/** A request the server refused (`status` > 0) or never answered (`status` 0). */
export class RequestFailed extends Error {
  constructor(status, description) {
    super(description);
    this.status = status;
  }
}

async function request(method, path, body) {
  const form = body instanceof FormData;
  const options = { method, cache: "no-store" };
  if (body !== undefined) {
    options.body = form ? body : JSON.stringify(body);
    if (!form) options.headers = { "Content-Type": "application/json" };
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch (cause) {
    throw new RequestFailed(0, cause.message);
  }
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new RequestFailed(response.status, answer?.error || response.statusText);
  return answer;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null; // an error page of a proxy is no JSON; the status says enough
  }
}

function asForm(file) {
  const form = new FormData();
  form.append("file", file, file.name);
  return form;
}

const of = (id, rest) => `/play/users/${encodeURIComponent(id)}/${rest}`;

export const api = {
  state: () => request("GET", "/play/state"),
  clock: () => request("GET", "/play/clock"),
  moveClock: (goal, atOnce) => request("POST", "/play/clock", { goal, at_once: atOnce }),
  createRunner: (firstName, languageCode) => request("POST", "/play/users", { first_name: firstName, language_code: languageCode }),
  chat: (id) => request("GET", of(id, "chat")),
  eventsPath: (id) => of(id, "events"),
  send: (id, text, replyTo) => request("POST", of(id, "messages"), replyTo ? { text, reply_to: replyTo } : { text }),
  edit: (id, messageId, text) => request("PATCH", of(id, `messages/${encodeURIComponent(messageId)}`), { text }),
  tap: (id, messageId, data) => request("POST", of(id, "taps"), { message_id: messageId, data }),
  sendSample: (id, kind) => request("POST", of(id, kind), {}),
  setBlocked: (id, blocked) => request("POST", of(id, blocked ? "block" : "unblock"), {}),
  upload: (id, file) => request("POST", of(id, "documents"), asForm(file)),
  sendPhoto: (id, file) => request("POST", of(id, "photo"), asForm(file)),
};
