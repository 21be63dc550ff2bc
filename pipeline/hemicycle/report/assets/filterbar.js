// The bar of filters: folded away, what is chosen always in sight.

const LEVELS = [0.6, 0.7, 0.8, 0.9, 0.95];
// A corpus of so many documents is counted anew once typing pauses.
const MANY = 300;
const PAUSE = 250; // milliseconds

class FilterBar {
  constructor(section, corpus, filters) {
    Object.assign(this, { section, corpus, filters, isOpen: false, timer: 0 });
  }

  set(name, value) {
    go(changedAddress({ [this.filters.parameter(name)]: value, page: null }));
  }

  // Typing is one step, however many letters it has.
  type(name, value) {
    clearTimeout(this.timer);
    const take = () => {
      revise(changedAddress({ [this.filters.parameter(name)]: value, page: null }));
      whenMoved();
    };
    if (this.corpus.length > MANY) this.timer = setTimeout(take, PAUSE);
    else take();
  }

  draw() {
    const { corpus, filters, section } = this;
    const open = h(
      "button",
      {
        type: "button",
        id: "filters-open",
        "aria-controls": "filter-fields",
        "aria-expanded": String(this.isOpen),
        onclick: () => {
          this.isOpen = !this.isOpen;
          open.setAttribute("aria-expanded", String(this.isOpen));
          byId("filter-fields").hidden = !this.isOpen;
        },
      },
      t("filters"),
    );
    const sorted = (values) => [...values].filter(Boolean).sort((a, b) => a.localeCompare(b, language));
    const named = (name, values) =>
      this.select(
        name,
        columnLabel(name),
        sorted(values).map((value) => [value, valueLabel(name, value)]),
      );
    const months = filters.months.map((value) => [value, month(value)]);
    const speakers = filters.speakers.all();
    const groups = filters.speakers.groups();
    const search = h("input", {
      type: "search",
      id: "filter-search",
      oninput: (event) => this.type("search", event.target.value.trim()),
    });
    const person = h("input", {
      list: "people",
      id: "filter-person",
      onchange: (event) => this.set("person", event.target.value.trim()),
    });
    fill(
      section,
      h(
        "div",
        { class: "bar" },
        open,
        h("ul", { class: "chosen", id: "chosen" }),
        h("button", { type: "button", class: "reset", id: "reset", onclick: () => this.reset() }, t("reset")),
        h("p", { role: "status", id: "status" }),
      ),
      h(
        "div",
        { id: "filter-fields", class: "fields", hidden: !this.isOpen },
        this.field("search", t("search"), search),
        months.length > 1 && this.select("from", t("from"), months),
        months.length > 1 && this.select("to", t("to"), months),
        speakers.size > 1 && named("speaker", speakers),
        groups.size > 1 && named("group", groups),
        named("theme", corpus.table.themes.values("theme")),
        this.field("person", columnLabel("person"), person),
        h(
          "datalist",
          { id: "people" },
          sorted(corpus.table.people.values("person")).map((value) => h("option", { value })),
        ),
        corpus.tables.some((table) => table.has("confidence")) &&
          this.select(
            "confidence",
            columnLabel("confidence"),
            LEVELS.map((level) => [String(level), `≥ ${number(level)}`]),
          ),
        filters.metadata.map((name) => named(name, corpus.documents.values(name))),
      ),
    );
    section.setAttribute("aria-label", t("filters"));
    this.refresh();
  }

  // What is chosen and its figure; a field that is typed in keeps its cursor.
  refresh() {
    const { filters, section } = this;
    for (const field of section.querySelectorAll("[id^=filter-]:is(input, select)"))
      if (field !== document.activeElement || field.tagName === "SELECT")
        field.value = filters.chosen[field.id.slice("filter-".length)] || "";
    const chosen = Object.entries(filters.chosen);
    fill(
      byId("chosen"),
      chosen.map(([name, value]) => {
        const text = `${this.label(name)} : ${this.valueText(name, value)}`;
        return h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              "aria-label": t("remove-filter", { text }),
              onclick: () => {
                this.set(name, null);
                byId("filters-open").focus();
              },
            },
            text,
            h("span", { "aria-hidden": "true" }, " ×"),
          ),
        );
      }),
    );
    byId("reset").hidden = !chosen.length;
    byId("status").textContent = t("status", { n: filters.count, of: this.corpus.length });
  }

  label(name) {
    return name === "search" || name === "from" || name === "to" ? t(name) : columnLabel(name);
  }

  valueText(name, value) {
    if (name === "from" || name === "to") return month(value);
    return name === "confidence" ? `≥ ${number(Number(value))}` : valueLabel(name, value);
  }

  reset() {
    const none = this.filters.names.map((name) => [this.filters.parameter(name), null]);
    go(changedAddress({ ...Object.fromEntries(none), page: null }));
    byId("filters-open").focus();
  }

  select(name, text, options) {
    const any = h("option", { value: "" }, t("any"));
    const items = options.map(([value, shown]) => h("option", { value }, shown));
    return this.field(
      name,
      text,
      h("select", { id: `filter-${name}`, onchange: (event) => this.set(name, event.target.value) }, any, items),
    );
  }

  field(name, text, control) {
    return h("div", { class: `field field-${name}` }, h("label", { for: `filter-${name}` }, text), control);
  }
}
