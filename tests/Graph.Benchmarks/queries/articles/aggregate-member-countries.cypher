// where organizations with members of ten countries are based
MATCH (o:Organization)<-[:MEMBER_OF]-(p:Person) WITH o, count(DISTINCT p.country) AS c WHERE c >= 10 MATCH (o)-[:BASED_IN]->(l:Place) RETURN l.country AS k, count(DISTINCT o.id) AS n ORDER BY n DESC, k LIMIT 10
