// New members of the year 2012 against 2011 per moderator's gender and browser.
MATCH (m:Person)<-[:HAS_MODERATOR]-(f:Forum)-[j:HAS_MEMBER]->(p:Person)
RETURN m.gender, m.browser, sum(CASE WHEN j.joinDate < date('2011-01-01') THEN 1 ELSE 0 END) AS until2010,
  sum(CASE WHEN j.joinDate >= date('2011-01-01') AND j.joinDate < date('2012-01-01') THEN 1 ELSE 0 END) AS in2011,
  sum(CASE WHEN j.joinDate >= date('2012-01-01') THEN 1 ELSE 0 END) AS in2012 ORDER BY m.gender, m.browser
