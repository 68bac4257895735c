using System.Reflection;
using Graph.Query;

namespace Graph.Generator.Tests.Compiled;

/// <summary>What each word behind a name makes of the rows, and how values pass in.</summary>
public sealed class QueryShapeTests(QueryShapeTests.Library library) : IClassFixture<QueryShapeTests.Library>
{
    private const string Schema =
        "CREATE GRAPH TYPE Shapes AS { (:Thing => {key STRING NOT NULL, weight INTEGER}), (:Thing)-[:FOLLOWED_BY]->(:Thing) }";

    private const string Queries = """
        // name: one :one
        MATCH (t:Thing {key: $key}) RETURN t.key AS key;
        // name: one_or_none :one?
        MATCH (t:Thing {key: $key}) RETURN t.key AS key;
        // name: exists :exists
        MATCH (t:Thing {key: $key}) RETURN t;
        // name: many :many
        MATCH (t:Thing) RETURN t.key AS key ORDER BY key;
        // name: stream :stream
        MATCH (t:Thing) RETURN t.key AS key ORDER BY key;
        // name: size :scalar
        MATCH (t:Thing {key: $key}) RETURN size(t.key);
        // name: text :scalar
        MATCH (t:Thing {key: $key}) RETURN t.key;
        // name: count :scalar
        MATCH (t:Thing {key: $key}) RETURN count(*);
        // name: keys :scalar
        MATCH (t:Thing) WHERE t.key >= $key RETURN t.key;
        // name: weights :scalar
        MATCH (t:Thing) WHERE t.key >= $key RETURN size(t.key);
        // name: echo :scalar
        RETURN $given;
        // name: listed :many
        // param: $keys LIST<STRING>
        // param: $days LIST<DATE> NULL
        MATCH (t:Thing) WHERE t.key IN $keys AND $days IS NULL RETURN t.key AS key;
        // name: given :many
        // param: $given NODE NULL
        // param: $class DATE NULL
        // param: $list LIST<INTEGER> NULL
        // param: $yes BOOLEAN NULL
        // param: $text STRING NULL
        MATCH (t:Thing) WHERE ($given IS NULL OR t = $given) AND $class IS NULL AND $list IS NULL AND $yes IS NULL AND $text IS NULL RETURN DISTINCT t.key AS key;
        // name: next :many
        // param: $from NODE
        // param: $least INTEGER NULL
        MATCH (f)-[:FOLLOWED_BY]->(t) WHERE f = $from AND ($least IS NULL OR t.weight >= $least) RETURN t.key AS key;
        // name: times :many
        // param: $at LOCAL TIME
        // param: $instants LIST<ZONED DATETIME NOT NULL> NULL
        // param: $after DURATION NULL
        // param: $where POINT NULL
        RETURN valueType($at) + ', ' + valueType($instants) + ', ' + valueType($after) + ', ' + valueType($where) AS key;
        """;

    [Theory]
    [InlineData("One", "a", "a")]
    [InlineData("One", "nobody", "RowCountException The query 'one' gave no row and should give exactly one.")]
    [InlineData("One", "twin", "RowCountException The query 'one' gave more than one row and should give exactly one.")]
    [InlineData("OneOrNone", "a", "a")]
    [InlineData("OneOrNone", "nobody", "null")]
    [InlineData("OneOrNone", "twin", "RowCountException The query 'one_or_none' gave more than one row and should give at most one.")]
    [InlineData("Exists", "a", "True")]
    [InlineData("Exists", "nobody", "False")]
    [InlineData("Size", "a", "1")]
    [InlineData("Size", "nobody", "null")]
    [InlineData("Text", "nobody", "null")]
    [InlineData("Keys", "u", "null")]
    [InlineData("Keys", "a", "RowCountException The query 'keys' gave more than one row and should give at most one.")]
    [InlineData("Weights", "a", "RowCountException The query 'weights' gave more than one row and should give at most one.")]
    [InlineData("Count", "nobody", "0")]
    [InlineData("Many", null, "a twin twin")]
    [InlineData("Stream", null, "a twin twin")]
    public void RowsBecomeWhatTheWordSays(string method, string? key, string expected) =>
        Assert.Equal(expected, library.Call(method, key is null ? [] : [key]));

    [Theory]
    [InlineData("One", "ShapesQueries.OneRow")]
    [InlineData("OneOrNone", "Nullable<OneOrNoneRow>")]
    [InlineData("Exists", "Boolean")]
    [InlineData("Many", "IReadOnlyList<ManyRow>")]
    [InlineData("Stream", "IEnumerable<StreamRow>")]
    [InlineData("Size", "Nullable<Int64>")]
    [InlineData("Text", "String")]
    [InlineData("Count", "Int64")]
    public void MethodsGiveTheType(string method, string type) => Assert.Equal(type.Split('.')[^1], library.GetResult(method));

    [Fact]
    public void NodesAndNullsPassAsParameters()
    {
        var first = library.Graph.Engine
            .Run(library.Graph.Engine.Prepare(new SourceText("MATCH (t:Thing {key: 'a'}) RETURN t"))).Rows
            .First()[0];
        var thing = new AnyNode(library.Graph.Store, first.AsNode());
        Assert.Equal("twin", library.Call("Next", [thing, null]));
        Assert.Equal("", library.Call("Next", [thing, 5L]));
    }

    [Fact]
    public void EveryParameterMayBeNullWhereItIsDeclaredSo() =>
        Assert.Equal("a twin", library.Call("Given", [null, null, null, null, null]));

    [Fact]
    public void TimesPassAsTheValuesThatAreDeclared()
    {
        var (at, instant) = (TemporalValue.FromLocalTime(0), TemporalValue.FromDateTime(CalendarDay.From(2022, 1, 6), 0, 0, null));
        Assert.Equal("LOCAL TIME NOT NULL, NULL, NULL, NULL", library.Call("Times", [at, null, null, null]));
        Assert.Equal(
            "LOCAL TIME NOT NULL, LIST<ZONED DATETIME NOT NULL> NOT NULL, DURATION NOT NULL, POINT NOT NULL",
            library.Call(
                "Times",
                [at, new[] { instant }, DurationValue.Zero,
                    library.Graph.Engine
                        .Run(library.Graph.Engine.Prepare(new SourceText("RETURN point({x: 1, y: 2}) AS x"))).Rows
                        .First()[0]
                        .AsPoint()]));
        Assert.Equal(
            "ArgumentException The query takes a local time, and '2022-01-06T00:00Z' is none. (Parameter 'time')",
            library.Call("Times", [instant, null, null, null]));
        Assert.Equal(
            "ArgumentNullException 'at' of the query 'times' cannot be null, nor hold null. (Parameter 'at')",
            library.Call("Times", [null, null, null, null]));
    }

    [Fact]
    public void ANodeOfAnotherGraphIsNoParameter() => Assert.Equal(
        "ArgumentException The node belongs to another graph than the one that is asked. (Parameter 'node')",
        library.Call("Next", [new AnyNode(new GraphBuilder().Build(), 0), null]));

    [Fact]
    public void NothingPassesAsNullWhereItIsNotDeclaredSo()
    {
        Assert.Equal(
            "ArgumentNullException 'key' of the query 'one' cannot be null, nor hold null. (Parameter 'key')", library.Call("One", [null]));
        Assert.Equal(
            "ArgumentNullException 'keys' of the query 'listed' cannot be null, nor hold null. (Parameter 'keys')",
            library.Call("Listed", [null, null]));
        Assert.Equal(
            "ArgumentNullException 'keys' of the query 'listed' cannot be null, nor hold null. (Parameter 'keys')",
            library.Call("Listed", [new string?[] { "a", null }, null]));
        Assert.Equal(
            "ArgumentNullException 'days' of the query 'listed' cannot be null, nor hold null. (Parameter 'days')",
            library.Call("Listed", [new[] { "a" }, new PartialDate?[] { null }]));
        Assert.Equal("a", library.Call("Listed", [new[] { "a" }, null]));
    }

    [Fact]
    public void BuildersTakeNoNullWhereTheGraphTypeSaysNotNull() => Assert.Equal(
        "'key' of the node type 'Thing' cannot be null, nor hold null. (Parameter 'key')",
        library.Refuse("AddThing", [null, null]));

    [Fact]
    public void AnythingPassesWhereTheTypeIsOpen()
    {
        var node = new AnyNode(library.Graph.Store, 0);
        (QueryArgument Given, string Text)[] all =
        [
            ("Rain", "'Rain'"), (1, "1"), (1L, "1"), (1.5, "1.5"), (true, "true"), (new DateOnly(2022, 1, 5), "2022-01-05"),
            (PartialDate.Parse("2022"), "2022"),
            (["a", 1, node], "['a', 1, (0)]"), ([], "[]"), (default, "null"), ((string?)null, "null"), ((long?)2, "2"),
            (new long[] { 1 }, "[1]"), (node, "(0)"), (Value.True, "true"),
        ];
        foreach (var (given, text) in all)
            Assert.Equal(text, library.Call("Echo", [given]));
        QueryArgument foreign = [new AnyNode(new GraphBuilder().Build(), 0)];
        Assert.Equal(
            "ArgumentException What is passed belongs to another graph than the one that is asked. (Parameter 'graph')",
            library.Call("Echo", [foreign]));
        Assert.Throws<ArgumentException>(() => { QueryArgument both = [new AnyNode(new GraphBuilder().Build(), 0), node]; });
    }

    public sealed class Library : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("graph-shapes-").FullName;
        private readonly Type queries;

        public Library()
        {
            var result = CodeGenerator.Generate(new GenerationRequest(new SourceText(Schema), [new SourceText(Queries)], "Example"));
            Assert.Empty(result.Diagnostics);
            var messages = CompiledCode.Compile(folder, [result.Text]);
            Assert.True(messages.Length == 0, messages);
            var assembly = CompiledCode.Load(folder);
            queries = assembly.GetType("Example.ShapesQueries")!;

            var builder = new GraphBuilder(global::Graph.Query.Schema.SchemaReader.Read(new SourceText(Schema)).Type!);
            var a = builder.AddNode(["Thing"], [new("key", Value.FromString("a"))]);
            var twin = builder.AddNode(["Thing"], [new("key", Value.FromString("twin"))]);
            builder.AddNode(["Thing"], [new("key", Value.FromString("twin"))]);
            builder.AddEdge("FOLLOWED_BY", a, twin, []);
            Graph = (TypedGraph)Activator.CreateInstance(assembly.GetType("Example.ShapesGraph")!, builder.Build())!;
        }

        public TypedGraph Graph { get; }

        public string GetResult(string method) => Describe(queries.GetMethod(method)!.ReturnType);

        public string Call(string method, object?[] arguments)
        {
            try
            {
                var result = queries.GetMethod(method)!.Invoke(null, [Graph, .. arguments, CancellationToken.None]);
                return result is System.Collections.IEnumerable rows and not string
                    ? string.Join(' ', rows.Cast<object>().Select(Show))
                    : Show(result);
            }
            catch (TargetInvocationException exception)
            {
                return $"{exception.InnerException!.GetType().Name} {exception.InnerException.Message}";
            }
        }

        /// <summary>What a method of the builder says to arguments that it does not take.</summary>
        public string Refuse(string method, object?[] arguments)
        {
            var type = queries.Assembly.GetType("Example.ShapesBuilder")!;
            return Assert.Throws<TargetInvocationException>(
                () => type.GetMethod(method)!.Invoke(Activator.CreateInstance(type), arguments)).InnerException!.Message;
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private static string Show(object? result) =>
            result?.GetType().GetProperty("Key") is { } key ? $"{key.GetValue(result)}" : $"{result ?? "null"}";

        private static string Describe(Type type) => type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>"
            : type.Name;
    }
}
