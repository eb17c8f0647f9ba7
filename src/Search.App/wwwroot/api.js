// Each form is a route: what is typed becomes an address, a body and a curl line; the answer is shown as it came.

const fields = form => [...form.elements].filter(field => field.name && field.value !== "");

function address(form) {
  let path = form.dataset.path;
  const query = [];
  for (const field of fields(form)) {
    if (field.dataset.in === "path") path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    else query.push(`${encodeURIComponent(field.name)}=${encodeURIComponent(field.value)}`);
  }
  return path + (query.length ? "?" + query.join("&") : "");
}

const quoted = text => `'${text.replaceAll("'", `'\\''`)}'`;

function curl(form) {
  const { method, type } = form.dataset;
  const body = form.querySelector("textarea");
  const parts = ["curl"];
  if (method !== "GET") parts.push("-X", method);
  if (body) parts.push("-H", quoted(`Content-Type: ${type}`), "--data-binary", quoted(body.value));
  parts.push(quoted(location.origin + address(form)));
  return parts.join(" ");
}

function pretty(text, type) {
  if (!/^application\/(problem\+)?json/.test(type)) return text;
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

async function send(form, route) {
  const status = route.querySelector(".status");
  const answer = route.querySelector(".answer");
  const body = form.querySelector("textarea");
  const start = performance.now();
  status.textContent = "…";
  answer.textContent = "";
  try {
    const response = await fetch(address(form), {
      method: form.dataset.method,
      headers: body ? { "Content-Type": form.dataset.type } : {},
      body: body ? body.value : undefined,
    });
    const text = await response.text();
    const type = response.headers.get("Content-Type") ?? "";
    status.textContent = `${response.status} ${response.statusText} · ${type} · ${Math.round(performance.now() - start)} ms`;
    answer.textContent = pretty(text, type);
  } catch (error) {
    status.textContent = String(error);
  }
}

for (const route of document.querySelectorAll(".route")) {
  const form = route.querySelector("form");
  const line = route.querySelector(".curl");
  const show = () => { line.textContent = curl(form); };
  form.addEventListener("input", show);
  form.addEventListener("submit", event => { event.preventDefault(); send(form, route); });
  show();
}

const target = document.getElementById(location.hash.slice(1));
if (target?.matches(".route")) target.open = true;
