// articles by a date that is computed
// peers: MATCH (a:Article) WHERE a.date >= date('2020-06-01') AND a.date < date('2020-07-01') RETURN count(*) AS c
MATCH (a:Article) WHERE date(a.date) >= date('2020-06-01') AND date(a.date) < date('2020-07-01') RETURN count(*) AS c
