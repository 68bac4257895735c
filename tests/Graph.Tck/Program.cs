using System.Text;
using Graph.Tck.Running;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: Graph.Tck FOLDER   (a folder with features/ and graphs/, as the openCypher TCK has them)");
    return 2;
}

if (!Directory.Exists(Path.Combine(args[0], "features")))
{
    Console.Error.WriteLine($"There is no folder 'features' in '{args[0]}'.");
    return 2;
}

using var output = Console.OpenStandardOutput();
output.Write(Encoding.UTF8.GetBytes(SuiteReport.Run(args[0]).ToJson() + "\n"));
return 0;
