// Where does the stored length differ from that of the text, and how do the ends of texts look?
MATCH (c:Comment)
RETURN right(c.content, 6) AS tail, count(*) AS n, sum(CASE WHEN c.length = size(c.content) THEN 0 ELSE 1 END) AS wrong, max(c.length) AS longest ORDER BY n DESC, tail LIMIT 15
