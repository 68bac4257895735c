namespace Graph.Annotations.Tests;

/// <summary>What <c>graph check --init</c> drafts for tables and records that say nothing of themselves.</summary>
public sealed class TableDraftTests
{
    private const string Customers = "id,name,country\n1,Mira,NO\n2,Ola,SE\n3,Cy,DK\n";
    private const string Countries = "code,title\nNO,Norway\nSE,Sweden\nDK,Denmark\nFI,Finland\n";

    /// <summary>Keys, foreign keys and relations, by values and names; the draft loads as it is.</summary>
    [Theory]
    [InlineData("a key of the name of another table", "orders.csv", "order_id;customer_id;placed\n10;1;2020-01-01\n11;1;2020-01-02\n12;3;2020-01-03\n",
        "{file: 'orders.csv', type: CUSTOMER, source: order_id, sourceSpace: orders, target: customer_id, targetSpace: customers}", "COUNTRY 3, CUSTOMER 3")]
    [InlineData("rows that refer twice", "friends.tsv", "customer\tfriend_customer\tsince\n1\t2\t2019\n1\t3\t2018\n2\t1\t2017\n",
        "{file: 'friends.tsv', type: FRIENDS, source: customer, sourceSpace: customers, target: friend_customer, targetSpace: customers}", "COUNTRY 3, FRIENDS 3")]
    [InlineData("numbers that are keys of others by chance", "scores.csv", "score_id,points\n7,1\n8,2\n9,3\n", "{file: 'scores.csv', label: Scores, id: score_id, space: scores}", "COUNTRY 3")]
    public void TablesAreDraftedByTheirKeys(string what, string name, string table, string line, string relations)
    {
        using var folder = new TemporaryFolder(("customers.csv", Customers), ("countries.csv", Countries), (name, table));
        var draft = CorpusDraft.Write(folder.Load().Summary, null, folder.FullPath);

        Assert.True(draft.Contains($"    - {line}  # "), $"{what}: {draft}");
        Assert.Contains(
            "{file: 'customers.csv', type: COUNTRY, source: id, sourceSpace: customers, target: country, targetSpace: countries}", draft);

        folder.Write("corpus.yaml", draft);
        var result = folder.Load();

        Assert.Equal(relations, string.Join(", ", result.Summary.RelationsByType.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.Empty(result.Diagnostics);
    }

    /// <summary>Ends by names that are a pair, in one table or in several that count as one; their values must be keys there.</summary>
    [Theory]
    [InlineData("FromNodeId\tToNodeId\n1\t2\n3\t1\n", "{file: 'links.tsv', type: LINKS, source: FromNodeId, sourceSpace: people, target: ToNodeId, targetSpace: people}", "LINKS 2")]
    [InlineData("person1\tperson2\tkind\n1\t2\tknows\n3\t1\tleads\n", "{file: 'links.tsv', typeColumn: kind, source: person1, sourceSpace: people, target: person2, targetSpace: people}", "knows 1, leads 1")]
    [InlineData("rel_type\tnode_id_end\tnode_id_start\nowner of\t71\t1\nowner of\t72\t2\nfriend of\t3\t2\n", "{file: 'links.tsv', typeColumn: rel_type, source: node_id_start, sourceSpace: node_id, target: node_id_end, targetSpace: node_id}", "friend of 1, owner of 2")]
    [InlineData("source\ttarget\n1\t71\n72\t2\n3\t1\n", "{file: 'links.tsv', type: LINKS, source: source, sourceSpace: node_id, target: target, targetSpace: node_id}", "LINKS 3")]
    [InlineData("start\tend\n1999\t2001\n1998\t2003\n", "{file: 'links.tsv', label: Links, id: start, space: links}", "")]
    public void EndsAreKnownByNamesAndValues(string links, string line, string relations)
    {
        using var folder = new TemporaryFolder(
            ("people.csv",
                "node_id,name\n1,Mira\n2,Ola\n3,Cy\n"), ("nodes-firms.csv", "node_id,name,founded\n71,Acme,1999\n72,Bex,2001\n"),
                ("links.tsv", links));
        var draft = CorpusDraft.Write(folder.Load().Summary, null, folder.FullPath);

        Assert.Contains($"    - {line}  # ", draft);
        Assert.Contains("label: Firms, ", draft);
        folder.Write("corpus.yaml", draft);
        var result = folder.Load();
        Assert.Equal(relations, string.Join(", ", result.Summary.RelationsByType.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.Empty(result.Diagnostics);
    }

    /// <summary>Ids that two tables both have cannot say which of them is meant, so the line stays a comment.</summary>
    [Fact]
    public void EndsInTablesOfTheSameIdsAreAGuess()
    {
        using var folder = new TemporaryFolder(
            ("people.csv", "nr,name\n1,Mira\n2,Ola\n3,Cy\n"), ("firms.csv", "nr,name\n3,Acme\n4,Bex\n"),
            ("links.tsv", "source\ttarget\n1\t4\n4\t2\n3\t1\n"));

        var draft = CorpusDraft.Write(folder.Load().Summary, null, folder.FullPath);

        Assert.Contains(
            "    # - {file: 'links.tsv', type: LINKS, source: source, sourceSpace: firms, target: target, targetSpace: people}  # ", draft);
    }

    /// <summary>A key of another table stands once each in a few rows, and rows refer to others of their own table.</summary>
    [Fact]
    public void ForeignKeysAreNoKeys()
    {
        using var folder = new TemporaryFolder(
            ("orders.csv", "orderID,customer\n10,VINET\n11,TOMSP\n"),
            ("products.csv", "productID,name,price\n1,Chai,4\n2,Chang,5\n3,Syrup,6\n"),
            ("order-details.csv", "orderID,productID,price,quantity,discount\n10,1,4,12,0\n10,2,5,10,0\n11,3,6,9,0\n"),
            ("employees.csv", "EmployeeID,Name,ReportsTo\n1,Davolio,2\n2,Fuller,\n3,Ling,2\n"));

        var draft = CorpusDraft.Write(folder.Load().Summary, null, folder.FullPath);

        Assert.Contains(
            "    - {file: 'order-details.csv', type: ORDER_DETAILS, source: orderID, sourceSpace: orders, target: productID, targetSpace: products}  # ", draft);
        folder.Write("corpus.yaml", draft);
        var found = folder.Load().Summary;
        Assert.Equal(
            (8, "ORDER_DETAILS 3, REPORTS_TO 2"),
            (found.Entities, string.Join(", ", found.RelationsByType.Select(pair => $"{pair.Key} {pair.Value}"))));
    }

    /// <summary>What only values suggest, or a table without a key, stays a comment.</summary>
    [Fact]
    public void WhatIsOnlyAGuessIsAComment()
    {
        using var folder = new TemporaryFolder(
            ("places.csv", "town,letter\na,x\nb,x\nc,y\n"), ("areas.csv", "area,letter\na,z\nb,z\nc,z\n"),
            ("visits.csv", "where,points\na,1\nb,1\nc,1\na,1\n"));

        var draft = CorpusDraft.Write(folder.Load().Summary, null, folder.FullPath);

        Assert.Contains(
            "    # - {file: 'visits.csv', label: Visits, id: where, space: visits}  # 4 rows; no column has a different value in each\n",
            draft);
        folder.Write("corpus.yaml", draft);
        Assert.DoesNotContain(folder.Load().Summary.RelationsByType, pair => pair.Value > 3);
    }

    /// <summary>The line that is proposed for records reads them, when its hash is taken away.</summary>
    [Fact]
    public void RecordsAreDraftedByTheirFields()
    {
        using var folder = new TemporaryFolder(
            ("r.jsonl",
                """{"doc": {"body": "Mira left Oslo."}, "marks": [{"von": 0, "bis": 4, "art": "PER"}, {"von": 10, "bis": 14, "art": "LOC"}], "n": 1}"""));

        var draft = CorpusDraft.Write(folder.Load().Summary, null, folder.FullPath);

        Assert.Contains(
            "# r.jsonl has the fields doc.body, marks[].von, marks[].bis, marks[].art, n\n# json: {text: doc.body, mentions: {list: marks, start: von, end: bis, type: art}}\n", draft);
        folder.Write("corpus.yaml", draft.Replace("# json:", "json:"));
        Assert.Equal("Mira:PER Oslo:LOC", LoadedFacts.Describe(folder.Load()));
    }
}
