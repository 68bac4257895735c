using System.Text.RegularExpressions;

namespace Graph.Cli.Tests.Transcripts;

/// <summary>
/// Sessions of a text file: <c># name</c> begins one, <c>cols 40</c> and <c>NAME=value</c> say what its terminal is like, <c>></c> types,
/// <c>&lt;</c> waits for a text, <c>-</c> is a text that must never come, <c>!</c> presses keys until a word comes, <c>resize 40</c> makes
/// the window narrower.
/// </summary>
internal sealed class Transcript(string file)
{
    private readonly string[] lines = File.ReadAllLines(Repository.GetPath("tests", "Graph.Cli.Tests", "Transcripts", file));

    public TheoryData<string> Names => [.. lines.Where(IsName).Select(line => line[2..])];

    public void Play(string name)
    {
        Skip.IfNot(PseudoTerminal.IsAvailable, "There is no 'script' or no 'bash' to make a terminal with.");
        var session = lines.SkipWhile(line => line != $"# {name}")
            .Skip(1)
            .TakeWhile(line => !IsName(line))
            .Where(line => line.Length > 0)
            .ToList();
        var width = session.Where(line => line.StartsWith("cols ", StringComparison.Ordinal))
            .Select(line => int.Parse(line[5..]))
            .FirstOrDefault(100);
        var variables = session
            .Where(line => Regex.IsMatch(line, "^[A-Z_]+="))
            .ToDictionary(line => line[..line.IndexOf('=')], line => (string?)line[(line.IndexOf('=') + 1)..]);
        using var terminal = new PseudoTerminal(width, 40, variables);
        foreach (var line in session)
            Step(terminal, line);
    }

    private static bool IsName(string line) => line.StartsWith("# ", StringComparison.Ordinal);

    private static void Step(PseudoTerminal terminal, string line)
    {
        switch (line[0])
        {
            case '>':
                terminal.Send(Translate(line[2..]));
                break;
            case '<':
                terminal.WaitFor(line[2..]);
                break;
            case '!':
                var last = line.LastIndexOf(' ');
                terminal.PressUntil(Translate(line[2..last]), line[(last + 1)..]);
                break;
            case '-':
                Assert.DoesNotContain(Translate(line[2..]), terminal.Raw);
                break;
            case 'r':
                terminal.Resize(int.Parse(line["resize ".Length..]));
                break;
        }
    }

    private static string Translate(string keys) => Regex.Replace(keys, "<([^<> ]+)>", match => match.Groups[1].Value switch
    {
        "Enter" => "\r",
        "Tab" => "\t",
        "Esc" => "\e",
        "Up" => "\e[A",
        "Right" => "\e[C",
        "Break" => "\n",
        "PasteStart" => "\e[200~",
        "PasteEnd" => "\e[201~",
        ['C', '-', var letter] => ((char)(char.ToUpperInvariant(letter) - '@')).ToString(),
        _ => match.Value,
    });
}
