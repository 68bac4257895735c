using CsCheck;

namespace Graph.Generator.Tests.Compiled;

/// <summary>Whatever names a graph type and its queries have: code is generated that compiles, or a mistake is told.</summary>
public sealed class HostileNamesTests
{
    private const int Schemas = 25;

    private static readonly string[] Hostile =
    [
        "class", "null", "value", "Value", "record", "field", "await", "var", "this", "int", "String", "Object", "System", "Graph", "Type",
        "Store", "store", "NodeId", "Equals", "GetHashCode", "ToString", "GetType", "Deconstruct", "PrintMembers", "Clone",
        "MemberwiseClone", "ReferenceEquals", "Finalize", "EqualityContract", "Evidence", "AnyNode", "TypedQuery", "TypedRow", "Typed",
        "QueryEngine", "TypedList", "PartialDate", "LabelTest", "NoGraph", "QueryArgument", "HostileBinding", "TypedValues", "Label", "At",
        "TryAs", "Source", "Target", "Quote", "engine", "cancellation", "row", "item", "builder", "source", "target", "evidence", "graph",
        "query", "result", "name", "Name", "NAME", "A", "AQuery", "ARow", "AEdge", "IA", "two words", "2nd", "_", "__", "-", "é", "e\u0301", "名前", "ǅ", "İ", "x\ny", "x\u2028class Evil {}", "x\u0085y", "*/ class Evil {} /*", "\"\"\"", "</summary>", "{x}", "\\u0041", "\u0001", "a\tb", "HostileQueries", "HostileGraph", "HostileSchema", "Hostile", "Example", "op_Equality", "get_Name", "Item", "Count", "First", "List", "Dictionary",
    ];

    private static readonly Gen<string> Name = Gen.Frequency(
        (3, Gen.OneOfConst(Hostile)), (1, Gen.String[Gen.Char["abAB_1 \n\u2029é\"\\/*<>&"], 1, 4]));

    private static readonly string[] Types = ["STRING", "STRING NOT NULL", "INTEGER", "INTEGER NOT NULL", "FLOAT", "BOOLEAN", "DATE",
        "LIST<STRING>", "LIST<INTEGER> NOT NULL"];

    private static readonly string[] Expressions = ["n", "'\"\"\"'", "labels(n)", "[n, null]", "[[n], [], null]", "[{a: 1}]"];

    private static readonly Gen<GenerationRequest> Request =
        from labels in Name.Array[2, 6]
        from properties in Gen.Select(Name, Gen.OneOfConst(Types)).Array[0, 5].Array[8]
        from edges in Gen.Select(Name, Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 5]
        from queries in Gen.Select(
            Gen.OneOfConst(Hostile.Where(IsWord).ToArray()), Gen.OneOfConst("many", "one", "one?", "stream"), Name.Array[1, 5],
            Name.Array[0, 4]).Array[1, 6]
        select Create(labels, properties, edges, queries);

    [Fact]
    public void WhatIsGeneratedCompiles()
    {
        var folder = Directory.CreateTempSubdirectory("graph-hostile-").FullName;
        try
        {
            var sources = new List<string>();
            Request.Sample(
                request =>
                {
                    var result = CodeGenerator.Generate(request with { Namespace = $"Example.N{sources.Count}" });
                    Assert.Equal(result.HasErrors, result.Files.IsEmpty);
                    if (!result.HasErrors && sources.Count < Schemas)
                        sources.Add(result.Text);
                },
                iter: 150,
                threads: 1,
                seed: "0000000000000001");
            Assert.True(sources.Count == Schemas, $"Only {sources.Count} of 150 were without mistakes.");
            var messages = CompiledCode.Compile(folder, sources);
            Assert.True(messages.Length == 0, messages);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsWord(string name) => name.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(name[0]);

    private static GenerationRequest Create(
        string[] labels, (string Name, string Type)[][] properties, (string Name, int Source, int Target)[] edges,
        (string Name, string Cardinality, string[] Columns, string[] Parameters)[] queries)
    {
        labels = [.. labels.Distinct()];
        var nodes = labels.Select((label, i) => $"/** {label.Replace("*/", "")} */ (:{Quote(label)} => {{{string.Join(", ", properties[i].DistinctBy(property => property.Name).Select(property => $"{Quote(property.Name)} {property.Type}"))}}})");
        var relations = edges.DistinctBy(edge => edge.Name).Select((edge, i) =>
            $"(:{Quote(labels[edge.Source % labels.Length])})-[:{Quote(edge.Name)} {{{string.Join(", ", properties[7 - (i % 2)].DistinctBy(property => property.Name).Select(property => $"{Quote(property.Name)} {property.Type}"))}}}]->(:{Quote(labels[edge.Target % labels.Length])})");
        var schema = $"CREATE GRAPH TYPE Hostile AS {{\n{string.Join(",\n", nodes.Concat(relations))}\n}}";
        if (IsWord(labels[0]))
            queries = [(labels[0], "many", ["x", "y", "z", "u", "v"], []), .. queries];
        var text = string.Concat(queries.DistinctBy(query => query.Name, StringComparer.OrdinalIgnoreCase).Select(query =>
            $"// name: {query.Name} :{query.Cardinality}\n// {query.Columns[0].ReplaceLineEndings(" ")}\nMATCH (n:{Quote(labels[0])}) WHERE {string.Join(" AND ", query.Parameters.Distinct().Select(parameter => $"$`{parameter.Replace("`", "``")}` = 'x'").Prepend("true"))} RETURN {string.Join(", ", query.Columns.Distinct().Select((column, i) => $"{Expressions[i % Expressions.Length]} AS {Quote(column)}"))};\n"));
        return new GenerationRequest(new SourceText(schema, "hostile\nclass Evil {}.gql"), [new SourceText(text, "q.cypher")], "Example");
    }

    private static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
