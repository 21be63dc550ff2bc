// Elements, made without ever reading a string as HTML.

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(Boolean));
}

const byId = (id) => document.getElementById(id);

// A letter without case and accents; the length of a text stays, so that offsets do.
function fold(text) {
  return Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i);
    if (code < 128) return text[i].toLowerCase();
    const plain = text[i].toLowerCase().normalize("NFD")[0];
    return plain === "’" ? "'" : plain;
  }).join("");
}
