// the first 3,000 articles by date and title
MATCH (a:Article) RETURN a.date, a.title ORDER BY a.date, a.title LIMIT 3000
