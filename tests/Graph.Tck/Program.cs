using System.Globalization;
using System.Text;
using Graph.Tck.Running;
using Graph.Tck.Scenarios;

const string Usage = """
    usage: Graph.Tck FOLDER                                   (a folder with features/ and graphs/, as the openCypher TCK has them)
           Graph.Tck FOLDER --rows 1,2,3,7,1024 --cores 1,2   (once for each size of batches, number of cores, and rewrite left out)
    """;

if (args is not ([_] or [_, "--rows", _, "--cores", _]) || (args.Length > 1 && (ReadNumbers(args[2]) is null || ReadNumbers(args[4]) is null)))
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
    var numbers = text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
    return numbers.All(number => number > 0) ? numbers : null;
}
