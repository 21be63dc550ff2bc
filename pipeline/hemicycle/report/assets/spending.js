// Amounts of money by sector.

const MOST_SECTORS = 8;

function amountsBySector(corpus, rows) {
  const table = corpus.table.amounts;
  const money = rows.filter((row) => table.cell(row, "kind") === "money" && table.cell(row, "value") > 0);
  const units = count(money, (row) => table.cell(row, "unit")).map(([unit]) => unit);
  const asked = here.params.get("currency");
  const currency = units.includes(asked) ? asked : units[0];
  const own = money.filter((row) => table.cell(row, "unit") === currency && table.cell(row, "sector"));
  const groups = count(own, (row) => table.cell(row, "sector"));
  const top = groups.slice(0, MOST_SECTORS).map(([text]) => text);
  const items = own
    .filter((row) => top.includes(table.cell(row, "sector")))
    .map((row) => ({
      group: table.cell(row, "sector"),
      value: table.cell(row, "value"),
      row,
      title: `${corpus.words(table, row)}\n${table.cell(row, "measure")}`,
    }));
  const select = h(
    "select",
    { id: "currency", onchange: (event) => go(changedAddress({ currency: event.target.value })) },
    units.map((unit) => h("option", { value: unit, selected: unit === currency }, unit)),
  );
  const values = new Map(groups.map(([sector]) => [sector, []]));
  for (const row of own) values.get(table.cell(row, "sector")).push(table.cell(row, "value"));
  const sums = groups.slice(0, 50).map(([sector, n]) => {
    const sorted = values.get(sector).sort((a, b) => a - b);
    return [
      h("a", { href: tableHash("amounts", sector) }, valueLabel("sector", sector)),
      number(n),
      number(sorted[0]),
      number(sorted[Math.floor((n - 1) / 2)]),
      number(sorted.at(-1)),
    ];
  });
  return chart({
    title: t("amounts-by-sector"),
    note: t("note-amounts"),
    controls:
      units.length > 1 ? h("p", { class: "control" }, h("label", { for: "currency" }, t("currency")), select) : null,
    drawing: dots(items, top, currency, "var(--amounts)", (item) => go(placeHash(corpus, table, item.row))),
    header: [columnLabel("sector"), t("mentions"), columnLabel("lowest"), t("median"), columnLabel("highest")],
    rows: sums,
  });
}
