// ids that were collected before
MATCH (l:Place {country: 'FR'}) WITH collect(l.id) AS ids MATCH (p:Person)-[:BORN_IN]->(l:Place) WHERE l.id IN ids RETURN count(*) AS c
