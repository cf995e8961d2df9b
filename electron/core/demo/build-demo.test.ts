import { test } from 'vitest';
import { statSync } from 'node:fs';
import { temporaryJournal } from '#db/testing/temporary-journal';
import { buildDemo } from './build-demo';
test('time', { timeout: 200_000 }, async () => {
  for (const years of (process.env.DEMO_YEARS ?? '1').split(',').map(Number)) {
    const place = temporaryJournal();
    const start = performance.now();
    let worst = 0,
      before = start;
    let chunks = 0;
    const s = await buildDemo({
      journal: place.journal,
      journalId: 'x',
      today: (process.env.DEMO_DAY ?? '2026-11-22') as any,
      years,
      seed: 1,
      onProgress: () => {
        const n = performance.now();
        worst = Math.max(worst, n - before);
        before = n;
        chunks++;
      },
    });
    console.log(
      years,
      s,
      Math.round(performance.now() - start),
      'ms; worst',
      worst,
      chunks,
      statSync(place.journal.file).size / 1e6,
    );
    const q = (sql: string) => console.log(place.journal.db.connection.prepare(sql).raw().all());
    q('select value, count(*) from mark group by 1');
    q('select attendance, count(*) from journal_cell group by 1');
    q('select value, count(*) from period_mark group by 1');
    q("select note<>'', substr(note,1,10), count(*) from period_mark group by 1,2");
    console.log(
      place.journal.db.connection.pragma('foreign_key_check'),
      place.journal.db.connection.pragma('integrity_check'),
    );
    place.remove();
  }
});
