using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Graph.Cli.Platform;
using Graph.Cli.Sessions;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>The command <c>graph</c> from its arguments to its exit code.</summary>
internal static class GraphProgram
{
    public static int Run(string[] arguments, CommandHost host)
    {
        // An argument that begins with @ is text like any other, not a file to read more arguments from.
        var parse = CreateRoot(host).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            string[] mistakes = [.. FindMistakes(parse)];
            var code = mistakes.Length > 0 ? Refuse(host, mistakes, parse.CommandResult.Command) : Invoke(host, parse);
            host.Output.Flush();
            return code;
        }
        catch (OutputClosedException)
        {
            return ExitCode.OutputClosed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.CreateDiagnosticRenderer(new DisplaySettings(NoColor: true)).WriteError(Describe(exception));
            return ExitCode.Failure;
        }
    }

    /// <summary>Only the working folder has no name when it cannot be found.</summary>
    private static string Describe(Exception exception) => exception is FileNotFoundException { FileName: null, InnerException: null }
        ? "The working folder is gone, from which paths are counted."
        : exception.Message;

    private static int Invoke(CommandHost host, ParseResult parse)
    {
        try
        {
            return parse.Invoke(new InvocationConfiguration
            {
                Output = host.Output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException exception)
        {
            return Refuse(host, [exception.Message], parse.CommandResult.Command);
        }
        catch (OperationCanceledException)
        {
            host.Output.Flush();
            host.Error.Write("cancelled\n");
            return ExitCode.Cancelled;
        }
        catch (InternalErrorException exception)
        {
            return Fail(host, parse, exception);
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            return Fail(host, parse, new InternalErrorException("", exception));
        }
    }

    /// <summary>What fails without a fault of this program fails because the files of a graph no longer hold what was written.</summary>
    private static int Fail(CommandHost host, ParseResult parse, InternalErrorException exception)
    {
        host.Output.Flush();
        if (exception.TryExplain(
            host.CreateDiagnosticRenderer(new DisplaySettings(NoColor: true)), parse.Tokens.Select(token => token.Value)))
            return ExitCode.Failure;

        exception.Write(host);
        return ExitCode.InternalError;
    }

    private static RootCommand CreateRoot(CommandHost host)
    {
        var root = PromptCommand.Create(host);
        root.Add(QueryCommand.Create(host));
        root.Add(RunCommand.Create(host));
        root.Add(CheckCommand.Create(host));
        root.Add(VerifyCommand.Create(host));
        root.Add(DiffCommand.Create(host));
        root.Add(BuildCommand.Create(host));
        root.Add(DrawCommand.Create(host));
        root.Add(ExportCommand.Create(host));
        root.Add(PushCommand.Create(host));
        root.Add(SchemaCommand.Create(host));
        root.Add(GenerateCommand.Create(host));
        return root;
    }

    /// <summary>None where help or the version is asked for.</summary>
    private static IEnumerable<string> FindMistakes(ParseResult parse)
    {
        if (parse.Action is ParseErrorAction)
            return [.. parse.Errors.Select(error => error.Message), .. WrittenBefore.Suggest(parse)];
        return parse.Action == parse.CommandResult.Command.Action ? WrittenBefore.FindMistakes(parse) : [];
    }

    private static int Refuse(CommandHost host, IEnumerable<string> messages, Command command)
    {
        foreach (var message in messages)
            host.Error.Write($"error: {VisibleText.Show(OnOneLine(message))}\n");
        host.Error.Write($"Try '{(command is RootCommand ? "graph" : $"graph {command.Name}")} --help'.\n");
        return ExitCode.Usage;
    }

    /// <summary>The library lists the words an option takes below each other.</summary>
    private static string OnOneLine(string message) => message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal);
}
