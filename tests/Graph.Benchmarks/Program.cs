using System.CommandLine;
using System.Diagnostics;
using Graph.Benchmarks;
using Graph.Core;
using Graph.Postgres;
using Graph.Query;

var folder = new Argument<string>("DIR") { Description = "The folder of the .cypher files." };
var data = new Option<string>("--data") { Required = true, Description = "The graph, or annotated articles to load." };
var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 7, Description = "Counted runs of each query." };
var only = new Option<string>("--only") { DefaultValueFactory = _ => "", Description = "Prefixes of the queries to run, with commas." };

var queries = new Command("queries", "Time every query of a folder in this process and print JSON.") { folder, data, runs, only };
queries.SetAction(arguments => RunQueries(
    arguments.GetRequiredValue(folder),
    arguments.GetRequiredValue(data),
    arguments.GetValue(runs),
    arguments.GetValue(only)!.Split(',', StringSplitOptions.RemoveEmptyEntries)));

var articles = new Argument<string>("PATH") { Description = "Annotated articles, such as the JSON Lines of the generator." };
var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 1, Description = "1 or 2." };
var ingest = new Command("ingest", "Load articles once in this process and print how fast, as JSON.") { articles, threads };
ingest.SetAction(arguments => Console.WriteLine(Ingest.Measure(arguments.GetRequiredValue(articles), arguments.GetValue(threads))));

var source = new Argument<string>("PATH") { Description = "The tables of the peers' generator, or annotated articles." };
var output = new Argument<string>("GRAPH") { Description = "The folder to write." };
var load = new Command("load", "Build a stored graph once in this process and print how long it took, as JSON.") { source, output };
load.SetAction(
    arguments => Console.WriteLine(BenchmarkData.MeasureLoad(arguments.GetRequiredValue(source), arguments.GetRequiredValue(output))));

var prepare = new Command("prepare", "Time what comes before a query runs, on articles of the news type, and print JSON.") { articles };
prepare.SetAction(arguments => Console.WriteLine(Frontend.Measure(BenchmarkData.LoadNews(arguments.GetRequiredValue(articles)))));

var typed = new Command("typed", "Time the generated types beside loops written by hand, and print a table.");
typed.SetAction(_ => Console.WriteLine(TypedAccess.Measure()));

var command = new Argument<string>("COMMAND") { Description = "The published command." };
var first = new Command("first", "Time whole processes from their start to their first answer and print JSON.") { command, data, runs };
first.SetAction(arguments => Console.WriteLine(
    FirstAnswer.Measure(arguments.GetRequiredValue(command), arguments.GetRequiredValue(data), arguments.GetValue(runs))));

var tables = new Option<string>("--data")
{
    Required = true,
    Description = "A folder of tables; Graph and the peers store theirs beside them."
};
var limit = new Option<int>("--limit") { DefaultValueFactory = _ => 30, Description = "Seconds that a query may take." };
var compare = new Command(
    "compare", "Time every query here and in the peers under $PEERS, and print a table.") { folder, tables, runs, only, limit };
compare.SetAction(
    arguments => Console.WriteLine(SpeedTable.Write(Measure(arguments, arguments.GetValue(runs)), arguments.GetValue(limit))));

var differ = new Command(
    "differ",
    "Compare the answers to every query with those of the peers under $PEERS, and print a table.") { folder, tables, only, limit };
differ.SetAction(arguments => Console.WriteLine(AnswerTable.Write(Measure(arguments, 1))));

var network = new Argument<string>("DIR") { Description = "The folder to write the tables to." };
var messages = new Option<int>("--messages") { DefaultValueFactory = _ => 100_000, Description = "Posts and comments together." };
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed gives the same network." };
var social = new Command("social", "Generate a social network as tables.") { network, messages, seed };
social.SetAction(
    arguments => SocialNetwork.Write(arguments.GetRequiredValue(network), arguments.GetValue(messages), arguments.GetValue(seed)));

var address = new Option<string>("--to")
{
    Required = true,
    Description = "The same graph on a server: postgres://user@host:port/DATABASE/NAME."
};
var compared = new Option<string>("--data") { Description = "The graph in this process; left out, only the server is asked." };
var server = new Command(
    "server", "Time every query here and on a server, compare the answers, and print a table.") { folder, compared, address, runs, only };
server.SetAction(arguments =>
{
    using var graph = PostgresGraph.Open(
        GraphAddress.Parse(arguments.GetRequiredValue(address), out var reason) ?? throw new ArgumentException(reason));
    Console.WriteLine(ServerTable.Write(
        QueryFile.ReadFolder(
            arguments.GetRequiredValue(folder), arguments.GetValue(only)!.Split(',', StringSplitOptions.RemoveEmptyEntries)),
        arguments.GetValue(compared) is { } path ? BenchmarkData.Open(path) : null,
        graph,
        arguments.GetValue(runs)));
});

return new RootCommand(
    "Measures Graph in the shape of the peers' runners.") { queries, ingest, load, prepare, typed, first, compare, differ, social,
        server }.Parse(args).Invoke();

List<Measurement> Measure(ParseResult arguments, int runs) => Comparison.Measure(
    QueryFile.ReadFolder(arguments.GetRequiredValue(folder), arguments.GetValue(only)!.Split(',', StringSplitOptions.RemoveEmptyEntries)),
    arguments.GetRequiredValue(tables),
    runs,
    TimeSpan.FromSeconds(arguments.GetValue(limit)));

static void RunQueries(string folder, string data, int runs, string[] only)
{
    var start = Stopwatch.GetTimestamp();
    var store = BenchmarkData.Open(data);
    var openMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    Console.WriteLine(Report.Write(openMilliseconds, Time(folder, store, runs, only)));
}

static List<QueryTiming> Time(string folder, GraphStore store, int runs, string[] only)
{
    var timer = new QueryTimer(new QueryEngine(store), runs);
    return [.. QueryFile.ReadFolder(folder, only).Select(timer.Measure)];
}
