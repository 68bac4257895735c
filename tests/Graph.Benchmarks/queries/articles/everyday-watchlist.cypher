// For a list of watched names: articles, sources, first and last mention.
UNWIND ['Org Zero', 'Place One', 'Nobody Known', 'Person One', 'Wicknatenroville 2'] AS name
OPTIONAL MATCH (e)<-[:MENTIONS]-(a:Article) WHERE e.name = name
RETURN name, count(DISTINCT a.id) AS articles, count(DISTINCT a.source) AS sources, min(a.date) AS first, max(a.date) AS last ORDER BY name
