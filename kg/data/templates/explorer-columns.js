// Place one part: columns from left to right, labels as boxes in the middle of their lines.

function placedPart(numbers, groups, cap) {
  const reversed = reversals(numbers, groups, cap);
  const items = new Map();  // key → {block, rank, y}
  const wires = [];         // {from, to, n, half, back}
  for (const n of numbers) {
    const { sources, targets } = groups[n];
    for (const end of [...sources, ...targets]) {
      if (!items.has(`b${end}`)) items.set(`b${end}`, { key: `b${end}`, node: end, block: nodeBlock(end), rank: 0 });
    }
    const key = `l${n}`;
    items.set(key, { key, label: n, block: labelBlock(groups[n]), rank: 0 });
    const [left, right] = reversed.get(n) ? [targets, sources] : [sources, targets];
    const [first, second] = reversed.get(n) ? ["into", "out"] : ["out", "into"];
    for (const end of left) wires.push({ from: `b${end}`, to: key, n, half: first });
    for (const end of right) {
      if (left.includes(end)) wires.push({ from: `b${end}`, to: key, n, half: "into", loop: true });
      else wires.push({ from: key, to: `b${end}`, n, half: second });
    }
  }
  rank(items, wires);
  const chains = withBends(items, wires);
  const columns = ordered(items, chains);
  return drawnPart(items, columns, chains, groups, reversed);
}

// Number the columns: as far left as can be, then pulled right to what follows.
function rank(items, wires) {
  const links = wires.filter((wire) => !wire.loop);
  for (let changed = true, n = 0; changed && n <= items.size; n++) {
    changed = false;
    for (const { from, to } of links) {
      if (items.get(to).rank <= items.get(from).rank) {
        items.get(to).rank = items.get(from).rank + 1;
        changed = true;
      }
    }
  }
  const entered = new Set(links.map((wire) => wire.to));
  for (const item of items.values()) {
    if (entered.has(item.key)) continue;
    const next = links.filter((wire) => wire.from === item.key).map((wire) => items.get(wire.to).rank);
    if (next.length) item.rank = Math.min(...next) - 1;
  }
  for (const item of items.values()) {  // a label stands close to its right end
    if (item.label === undefined) continue;
    const next = links.filter((wire) => wire.from === item.key).map((wire) => items.get(wire.to).rank);
    if (next.length && Math.min(...next) - 1 > item.rank && links.filter((w) => w.to === item.key).length > 1) {
      item.rank = Math.min(...next) - 1;
    }
  }
}

// Let long lines pass the columns between through bends that keep their room.
function withBends(items, wires) {
  return wires.map((wire, w) => {
    const from = items.get(wire.from), to = items.get(wire.to);
    const keys = [wire.from];
    for (let r = from.rank + 1; r < to.rank && !wire.loop; r++) {
      const key = `d${w}.${r}`;
      items.set(key, { key, bend: true, block: { w: 0, h: 3 }, rank: r });
      keys.push(key);
    }
    return { ...wire, keys: [...keys, wire.to] };
  });
}

function ordered(items, chains) {
  const columns = [];
  for (const item of items.values()) (columns[item.rank] ??= []).push(item);
  const near = new Map([...items.keys()].map((key) => [key, { left: [], right: [] }]));
  for (const chain of chains) {
    if (chain.loop) continue;
    chain.keys.slice(1).forEach((key, n) => {
      near.get(key).left.push(items.get(chain.keys[n]));
      near.get(chain.keys[n]).right.push(items.get(key));
    });
  }
  const number = () => columns.forEach((column) => column.forEach((item, n) => { item.order = n; }));
  const sorted = (column, side) => {
    for (const item of column) {
      const ends = near.get(item.key)[side];
      item.wish = ends.length ? ends.reduce((sum, end) => sum + (end.order + 0.5) / columns[end.rank].length, 0) / ends.length : (item.order + 0.5) / column.length;
    }
    column.sort((a, b) => a.wish - b.wish || a.order - b.order);
    column.forEach((item, n) => { item.order = n; });
  };
  number();
  for (let sweep = 0; sweep < 12; sweep++) {
    columns.forEach((column) => sorted(column, "left"));
    [...columns].reverse().forEach((column) => sorted(column, "right"));
  }
  columns.forEach((column) => spread(column, column.map(() => 0)));
  for (let sweep = 0; sweep < 16; sweep++) {
    for (const column of sweep % 2 ? [...columns].reverse() : columns) {
      spread(column, column.map((item) => {
        const ends = [...near.get(item.key).left, ...near.get(item.key).right];
        return ends.length ? ends.reduce((sum, end) => sum + end.y, 0) / ends.length : item.y;
      }));
    }
  }
  return columns;
}

// Put a column as near to its wishes as the heights allow: blocks that meet share a mean.
function spread(column, wishes) {
  const offsets = [];
  let offset = 0;
  column.forEach((item, n) => {
    if (n) offset += (column[n - 1].block.h + item.block.h) / 2 + GAP_Y;
    offsets.push(offset);
  });
  const runs = [];
  column.forEach((_, n) => {
    runs.push({ sum: wishes[n] - offsets[n], count: 1 });
    while (runs.length > 1) {
      const [before, last] = runs.slice(-2);
      if (before.sum / before.count <= last.sum / last.count) break;
      runs.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  let n = 0;
  for (const run of runs) for (let k = 0; k < run.count; k++, n++) column[n].y = run.sum / run.count + offsets[n];
}

function drawnPart(items, columns, chains, groups, reversed) {
  let x = 0;
  const lanes = columns.map(() => 0);
  for (const { keys, loop } of chains) if (!loop) for (const key of keys.slice(1)) lanes[items.get(key).rank] += 1;
  columns.forEach((column, n) => {
    if (n) x += GAP_X + Math.min(50, 2.5 * lanes[n]);
    const wide = Math.max(...column.map((item) => item.block.w));
    for (const item of column) { item.x = x + wide / 2; item.left = x; item.right = x + wide; }
    x += wide;
  });
  const all = [...items.values()];
  const top = Math.min(...all.map((item) => item.y - item.block.h / 2));
  for (const item of all) item.y -= top;
  const labels = all.filter((item) => item.label !== undefined);
  const place = (item) => ({ x: item.x, y: item.y, w: item.block.w, h: item.block.h, lines: item.block.lines });
  return {
    width: x,
    height: Math.max(...all.map((item) => item.y + item.block.h / 2)) + (chains.some((c) => c.loop) ? 12 : 0),
    boxes: all.filter((item) => item.node !== undefined).map((item) => ({ node: NODES[item.node].id, ...place(item) })),
    labels: labels.map((item) => ({
      facts: groups[item.label].facts, status: groups[item.label].status, denied: item.block.denied, ...place(item),
    })),
    curves: chains.map((chain) => ({
      label: labels.findIndex((item) => item.label === chain.n),
      into: chain.half === "into",
      points: chain.loop ? loopPoints(items.get(chain.to), items.get(chain.from)) : chainPoints(items, chain, reversed.get(chain.n)),
    })),
  };
}

function chainPoints(items, chain, reverse) {
  const stops = [];
  chain.keys.forEach((key, n) => {
    const item = items.get(key);
    const half = item.block.w / 2;
    if (item.bend) stops.push([item.left, item.y], [item.right, item.y]);
    else if (n) stops.push([item.left, item.y], [item.x - half, item.y]);
    else stops.push([item.x + half, item.y], [item.right, item.y]);
  });
  const points = [...stops[0]];
  for (let n = 1; n < stops.length; n++) {
    const [[x1, y1], [x2, y2]] = [stops[n - 1], stops[n]];
    const bend = (x2 - x1) / 2;
    points.push(x1 + bend, y1, x2 - bend, y2, x2, y2);
  }
  if (!reverse) return points;
  const turned = [];
  for (let n = points.length - 2; n >= 0; n -= 2) turned.push(points[n], points[n + 1]);
  return turned;
}

function loopPoints(label, box) {
  const x1 = label.x + label.block.w / 2, y1 = label.y, low = Math.max(label.y + label.block.h / 2, box.y + box.block.h / 2) + 12;
  const x2 = box.x, y2 = box.y + box.block.h / 2;
  return [x1, y1, x1 + 16, y1, x1 + 16, low, x1 - 4, low, x1 - 40, low, x2, low, x2, y2];
}
