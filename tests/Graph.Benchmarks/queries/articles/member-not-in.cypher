// none of these sources
MATCH (a:Article) WHERE NOT a.source IN ['source00', 'source01', 'source02', 'source03'] RETURN a.source AS s, count(*) AS c ORDER BY s
