using System.CommandLine;
using System.Diagnostics;
using Graph.Benchmarks;
using Graph.Core;
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
load.SetAction(arguments => Console.WriteLine(BenchmarkData.MeasureLoad(arguments.GetRequiredValue(source), arguments.GetRequiredValue(output))));

var parse = new Command("parse", "Time parsing and binding of one query in this process and print JSON.");
parse.SetAction(_ => Console.WriteLine(Frontend.Measure()));

var command = new Argument<string>("COMMAND") { Description = "The published command." };
var first = new Command("first", "Time whole processes from their start to their first answer and print JSON.") { command, data, runs };
first.SetAction(arguments => Console.WriteLine(
    FirstAnswer.Measure(arguments.GetRequiredValue(command), arguments.GetRequiredValue(data), arguments.GetValue(runs))));

var runner = new Option<string>("--runner") { Required = true, Description = "The peers' runner, run_kuzulike.mjs; PEERS names the peers' folder." };
var databases = new Option<string>("--databases") { Required = true, Description = "The start of the paths of the peers' databases, such as FOLDER/1m-." };
var compare = new Command("compare", "Time every query here and in the peers and print a table.") { folder, data, runs, only, runner, databases };
compare.SetAction(arguments =>
{
    var timings = Time(
        arguments.GetRequiredValue(folder),
        BenchmarkData.Open(arguments.GetRequiredValue(data)),
        arguments.GetValue(runs),
        arguments.GetValue(only)!.Split(',', StringSplitOptions.RemoveEmptyEntries));
    Console.WriteLine(PeerComparison.Compare(timings, arguments.GetRequiredValue(runner), arguments.GetRequiredValue(databases)));
});

return new RootCommand("Measures Graph in the shape of the peers' runners.") { queries, ingest, load, parse, first, compare }.Parse(args).Invoke();

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
