// troops sent to where one is based
MATCH (o:Organization)-[:SENT_TROOPS_TO]->(l:Place)<-[:BASED_IN]-(o) RETURN count(*) AS c
