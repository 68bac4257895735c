using Graph.Generator;
using Graph.Generator.Tool;

if (Arguments.Parse(args) is not { } options)
{
    Console.Error.WriteLine("Usage: Graph.Generator.Tool SCHEMA [QUERIES...] -o FILE --namespace NAME");
    return 2;
}

try
{
    return FileGeneration.Run(options, Console.Error) ? 0 : 1;
}
#pragma warning disable CA1031 // The build takes a line of this form for an error; a crash without one would pass unseen.
catch (Exception exception)
{
    Console.Error.WriteLine($"{options.Schema}(1,1): error GR9999: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
#pragma warning restore CA1031
