// Periods of time: months, quarters, years, decades or centuries, written as dates are.

const FEW = 24; // months, quarters… that are shown one by one
const MANY_YEARS = 60;

// Periods fine enough to show a course, coarse enough to be seen.
function periodsOf(months) {
  const sorted = [...months].sort();
  if (!sorted.length) return { of: () => null, all: [] };
  const [first, last] = [sorted[0], sorted.at(-1)];
  const span = (last.slice(0, 4) - first.slice(0, 4)) * 12 + (last.slice(5) - first.slice(5));
  const of = periodIn(span);
  const all = new Set();
  for (let n = 0; n <= span; n++) {
    const place = +first.slice(5) - 1 + n;
    const year = String(+first.slice(0, 4) + Math.floor(place / 12)).padStart(4, "0");
    all.add(of(`${year}-${twoDigits((place % 12) + 1)}`));
  }
  return { of, all: [...all] };
}

// What turns a month into the period that it belongs to, over so many months.
function periodIn(span) {
  if (span < FEW) return (month) => month;
  if (span < 4 * FEW) return (month) => `${month.slice(0, 4)}-Q${Math.ceil(month.slice(5) / 3)}`;
  const digits = [4, 3].find((n) => span < 12 * MANY_YEARS * 10 ** (4 - n)) ?? 2;
  return (month) => month.slice(0, digits);
}

const twoDigits = (n) => String(n).padStart(2, "0");

function periodLabel(period) {
  if (/^\d{4}-\d\d$/.test(period)) return month(period);
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (quarter) return t("quarter", { n: quarter[2], year: quarter[1] });
  return period.length < 4 ? `${period.padEnd(4, "0")}–${period.padEnd(4, "9")}` : period;
}

// The first and the last month of a period.
function monthsOf(period) {
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (quarter)
    return { from: `${quarter[1]}-${twoDigits(quarter[2] * 3 - 2)}`, to: `${quarter[1]}-${twoDigits(quarter[2] * 3)}` };
  if (period.length > 4) return { from: period, to: period };
  return { from: `${period.padEnd(4, "0")}-01`, to: `${period.padEnd(4, "9")}-12` };
}
