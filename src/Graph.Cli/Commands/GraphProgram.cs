using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Graph.Cli.Commands;

/// <summary>The command <c>graph</c> from its arguments to its exit code.</summary>
internal static class GraphProgram
{
    public static int Run(string[] arguments, CommandHost host)
    {
        // An argument that begins with @ is text like any other, not a file to read more arguments from.
        var parse = CreateRoot(host).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction)
            return Refuse(host, parse.Errors.Select(error => error.Message), parse.CommandResult.Command);

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
            host.Error.Write("cancelled\n");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.Error.Write($"error: {Terminal.VisibleText.Show(exception.Message)}\n");
            return ExitCode.Failure;
        }
        catch (InternalErrorException exception)
        {
            exception.Write(host.Error);
            return ExitCode.InternalError;
        }
        finally
        {
            host.Output.Flush();
        }
    }

    private static RootCommand CreateRoot(CommandHost host)
    {
        var root = PromptCommand.Create(host);
        root.Add(QueryCommand.Create(host));
        root.Add(RunCommand.Create(host));
        root.Add(CheckCommand.Create(host));
        root.Add(VerifyCommand.Create(host));
        root.Add(BuildCommand.Create(host));
        root.Add(SchemaCommand.Create(host));
        root.Add(GenerateCommand.Create(host));
        return root;
    }

    private static int Refuse(CommandHost host, IEnumerable<string> messages, Command command)
    {
        foreach (var message in messages)
            host.Error.Write($"error: {Terminal.VisibleText.Show(OnOneLine(message))}\n");
        host.Error.Write($"Try '{(command is RootCommand ? "graph" : $"graph {command.Name}")} --help'.\n");
        return ExitCode.Usage;
    }

    /// <summary>The library lists the words an option takes below each other.</summary>
    private static string OnOneLine(string message) => message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal);
}
