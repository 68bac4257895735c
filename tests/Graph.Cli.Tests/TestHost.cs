using Graph.Cli.Commands;
using Graph.Cli.Sessions;
using Graph.Terminal.Tests;

namespace Graph.Cli.Tests;

/// <summary>Runs the whole command in this process, on streams or on a fake terminal.</summary>
internal static class TestHost
{
    public static string Articles { get; } = Repository.GetPath("tests", "Graph.Cli.Tests", "Cases", "articles");

    /// <summary>Both outputs, one after the other, and the exit code: <c>stdout</c>, then lines of <c>stderr</c> behind <c>!</c>.</summary>
    public static (int ExitCode, string Output, string Error) Run(string[] arguments, string input = "")
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var host = new CommandHost(
            () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), output, error, IsInputTerminal: false,
            IsErrorTerminal: false, () => null, _ => null, null);
        return (GraphProgram.Run(arguments, host), output.ToString(), error.ToString());
    }

    /// <summary>Types keys at the prompt and gives what the screen shows in the end.</summary>
    /// <param name="state">The folder for the history.</param>
    public static string RunPrompt(string[] arguments, string keys, string state, int width = 100)
    {
        Directory.CreateDirectory(Path.Combine(state, "graph"));
        var settings = Path.Combine(state, "graph", "settings");
        if (!File.Exists(settings))
            File.WriteAllText(settings, "timing off\n");
        var terminal = new FakeTerminal(width, 40);
        terminal.Press(keys);
        var screen = new ScreenWriter(terminal);
        var host = new CommandHost(
            () => Stream.Null, screen, screen, IsInputTerminal: true, IsErrorTerminal: true, () => width, name => name switch
            {
                "XDG_STATE_HOME" => state,
                "NO_COLOR" => "1",
                "TERM" => "xterm",
                "XDG_CONFIG_HOME" => state,
                _ => null,
            },
            () => terminal)
        {
            // However slow the machine is, no query lasts long.
            Clock = new ManualTime(),
        };
        GraphProgram.Run(arguments, host);
        return terminal.Text;
    }

    private sealed class ScreenWriter(FakeTerminal terminal) : StringWriter
    {
        public override void Write(char value) => terminal.Write(value.ToString());

        public override void Write(string? value) => terminal.Write(value ?? "");

        public override void Write(char[] buffer, int index, int count) => terminal.Write(new string(buffer, index, count));
    }
}
