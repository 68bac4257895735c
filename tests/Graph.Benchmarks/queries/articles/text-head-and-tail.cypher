// Articles by the last character of the title and its first letter (many groups), the hundredth to the hundred and tenth.
MATCH (a:Article)
RETURN left(a.title, 2) AS head, right(a.title, 2) AS tail, count(*) AS n, min(a.date) AS first ORDER BY n DESC, head, tail SKIP 100 LIMIT 10
