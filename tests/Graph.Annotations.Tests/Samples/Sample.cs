using System.Collections.Immutable;

namespace Graph.Annotations.Tests;

/// <summary>
/// A small corpus with what it must give, in one file that a person can review: a remark, each of its files behind a line
/// <c>=== name</c>, and behind <c>=== gives</c> the counts, the mentions of each article as <c>words:Type</c>, the relations and whatever
/// was told. Behind a name may stand <c>(crlf)</c>, <c>(bom)</c> or both, and a line <c>=== end</c> says that the file ends in no line end.
/// </summary>
internal sealed record Sample(string Path, string Remark, ImmutableArray<SampleFile> Files, string Gives)
{
    private const string Mark = "=== ";
    private const string Expected = "gives";
    private const string NoLineEnd = "end";

    public static Sample Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var parts = $"\n{text}".Split($"\n{Mark}");
        var files = new List<SampleFile>();
        foreach (var part in parts[1..^1])
        {
            var (head, content) = SplitLine(part);
            if (head == NoLineEnd)
                files[^1] = files[^1] with { Content = files[^1].Content.TrimEnd('\n') };
            else
                files.Add(SampleFile.Create(head, content + "\n"));
        }

        var (last, gives) = SplitLine(parts[^1]);
        Assert.True(last == Expected, $"{path} does not end in '{Mark}{Expected}'");
        return new Sample(path, parts[0], [.. files], gives.TrimEnd('\n'));
    }

    /// <summary>The same file with another result.</summary>
    public string With(string gives)
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var end = text.LastIndexOf($"{Mark}{Expected}\n", StringComparison.Ordinal) + Mark.Length + Expected.Length + 1;
        return $"{text[..end]}{gives}\n";
    }

    private static (string Head, string Content) SplitLine(string text) =>
        text.IndexOf('\n') is >= 0 and var end ? (text[..end], text[(end + 1)..]) : (text, "");
}

/// <param name="Content">As it stands in the file, with its byte order mark and line ends.</param>
internal sealed record SampleFile(string Name, string Content)
{
    private const string Crlf = "crlf";
    private const string Mark = "bom";

    public static SampleFile Create(string head, string content)
    {
        var options = head.EndsWith(')') && head.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var start
            ? head[(start + 2)..^1]
            : "";
        var name = options.Length == 0 ? head : head[..^(options.Length + 3)];
        foreach (var option in options.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            content = option switch
            {
                Crlf => content.ReplaceLineEndings("\r\n"),
                Mark => $"\uFEFF{content}",
                _ => throw new InvalidOperationException($"a file of a sample may be '{Crlf}' or '{Mark}', not '{option}'"),
            };
        }

        return new SampleFile(name, content);
    }
}
