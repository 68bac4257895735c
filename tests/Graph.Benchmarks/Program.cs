using System.CommandLine;
using System.Diagnostics;
using Graph.Benchmarks;
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

return new RootCommand("Measures Graph in the shape of the peers' runners.") { queries, ingest, load }.Parse(args).Invoke();

static void RunQueries(string folder, string data, int runs, string[] only)
{
    var start = Stopwatch.GetTimestamp();
    var store = BenchmarkData.Open(data);
    var openMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    var timer = new QueryTimer(new QueryEngine(store), runs);
    var timings = QueryFile.ReadFolder(folder, only).Select(timer.Measure).ToList();
    Console.WriteLine(Report.Write(openMilliseconds, timings));
}
