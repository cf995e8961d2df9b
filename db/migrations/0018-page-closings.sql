-- A page whose period marks were all set once is closed for its teacher (ТИП Д.2), also when one of
-- them is taken away afterwards or a pupil without one joins the list.
CREATE TABLE page_closing (
  page_id   INTEGER NOT NULL REFERENCES journal_page (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  closed_at TEXT NOT NULL,
  PRIMARY KEY (page_id, period_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_closing_by_period ON page_closing (period_id);
