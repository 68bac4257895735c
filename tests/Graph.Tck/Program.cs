using System.Globalization;
using System.Text;
using Graph.Tck.Running;
using Graph.Tck.Scenarios;
using Graph.Testing;

const string Usage = """
    usage: Graph.Tck FOLDER                                   (a folder with features/ and graphs/, as the openCypher TCK has them)
           Graph.Tck FOLDER --engine postgres                (on a server of its own, or the one that GRAPH_POSTGRES names)
           Graph.Tck FOLDER --rows 1,2,3,7,1024 --cores 1,2   (once for each size of batches, number of cores, and rewrite left out)
    """;

var isRemote = args is [_, "--engine", "postgres"];
if (!isRemote && args is not ([_] or [_, "--rows", _, "--cores", _])
    || (!isRemote && args.Length > 1 && (ReadNumbers(args[2]) is null || ReadNumbers(args[4]) is null)))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

if (!Directory.Exists(Path.Combine(args[0], "features")))
{
    Console.Error.WriteLine($"There is no folder 'features' in '{args[0]}'.");
    return 2;
}

using var output = Console.OpenStandardOutput();
if (args.Length == 1)
{
    var (temporal, call) = (SuiteReport.Run(args[0], ScenarioKind.Temporal), SuiteReport.Run(args[0], ScenarioKind.Call));
    Write(SuiteReport.Run(args[0]).ToJson(("temporal", temporal), ("call", call)) + "\n");
    return 0;
}

if (isRemote)
{
    if (PostgresCluster.TryGet(out var reason) is not { } cluster)
    {
        Console.Error.WriteLine($"No PostgreSQL here: {reason}");
        return 2;
    }

    var report = SuiteReport.Run(args[0], [PostgresVariant.Create(cluster.Url)])[0];
    cluster.Dispose();
    var different = report.Failed.Where(outcome => !outcome.IsRefused).ToList();
    foreach (var outcome in report.Failed)
        Write($"{(outcome.IsRefused ? "refused" : "differs")} {outcome.Scenario.Id} {outcome.Scenario.Name}: {outcome.Failure}\n");
    Write($"{report.ToLine()}, refused {report.Failed.Count() - different.Count}, different {different.Count}\n");
    return different.Count == 0 ? 0 : 1;
}

var variants = EngineVariant.CreateAll(ReadNumbers(args[2])!, ReadNumbers(args[4])!).ToList();
var reports = SuiteReport.Run(args[0], variants);
foreach (var (variant, report) in variants.Zip(reports))
{
    Write($"{variant.Name}: {report.ToLine()}\n");
    foreach (var outcome in report.Failed)
        Write($"  {outcome.Scenario.Id} {outcome.Scenario.Name}: {outcome.Failure}\n");
}

return reports.Any(report => report.Failed.Any()) ? 1 : 0;

void Write(string text) => output.Write(Encoding.UTF8.GetBytes(text));

static int[]? ReadNumbers(string text)
{
    var numbers = text.Split(',')
        .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .ToArray();
    return numbers.All(number => number > 0) ? numbers : null;
}
