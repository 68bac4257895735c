using System.Text;
using Graph.Cli.Repl;
using Graph.Fuzz.Inputs;
using Graph.Terminal;

namespace Graph.Fuzz.Entries;

/// <summary>The files that the prompt keeps: the history, whose entries survive being written and read, and the settings.</summary>
internal sealed class HistoryEntry(string folder) : FuzzEntry("history", Collect())
{
    public override ImmutableArray<string> Words { get; } = ["\\n", "\\r", "\\\\", "mode", "rows", "timing", "timeout", "auto", "off",
        "10s", "RETURN 1;", ":help"];

    public override void Read(FuzzInput input)
    {
        input.WriteTo(folder);
        var path = Path.Combine(folder, input.Files[0].Name);
        new SettingsFile(path).Load(new PromptSettings(), TextWriter.Null);
        new SettingsFile(path).Keep(SettingDefinition.Every.First(), "table");

        input.WriteTo(folder);
        var history = new HistoryFile(path);
        history.Load();
        var text = input.Text;
        if (text.Length == 0)
            return;

        history.Append(text);
        FindingException.Require(history.Load()[^1] == text || text.Contains('\uFFFD'), () => "is not read as it was written");
    }

    private static ImmutableArray<FuzzInput> Collect() =>
    [
        .. KeptInputs.Read("history"),
        .. new[] { "RETURN 1;\nMATCH (n)\\nRETURN n;\n", ":help\n:open x\\\\y\n", "mode table\nrows 20\ntiming off\ntimeout 10s\n# c\n",
            "a\\rb\\n\n\n" }
            .Select(text => FuzzInput.Of("history", Encoding.UTF8.GetBytes(text))),
    ];
}
