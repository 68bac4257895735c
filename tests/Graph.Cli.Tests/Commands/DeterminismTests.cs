using System.Diagnostics;
using System.Text;

namespace Graph.Cli.Tests.Commands;

/// <summary>
/// The command as a process gives the same bytes whatever order its files are made and named in, whatever language and time zone the
/// machine has, and however many cores.
/// </summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-same-").FullName;

    public DeterminismTests()
    {
        var articles = Directory.GetFiles(TestHost.Articles, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Copy(articles, "a");
        Copy(articles.AsEnumerable().Reverse(), "b");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Commands =>
    [
        "check IN --all",
        "check IN --identities",
        "query 'MATCH (n) RETURN n, labels(n), toUpper(n.name) AS upper ORDER BY upper, n.key' --data IN --format json",
        "query 'MATCH (a)-[r]->(b) RETURN a.name, type(r), b.name, r.on' --data IN --format table",
        "query 'CALL graph.pageRank() YIELD node, score RETURN node.key, score' --data IN --format csv",
        "query 'MATCH (n) RETURN sum(toFloat(size(n.name)) / 7) AS s, avg(size(n.name)) AS a' --data IN --format jsonl",
        "build IN -o OUT.graph",
        "export --all --data IN -o OUT.graphml",
        "export --all --data IN -o OUT.ttl",
        "export --all --data IN --format native -o OUT",
        "export --all --data IN --format parquet -o OUT",
        "draw --all --data IN -o OUT.svg",
        "draw --all --data IN -o OUT.html",
        "generate SCHEMA -n Same -o OUT.cs",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void TheBytesAreTheSame(string command)
    {
        var expected = Run(command, "a", 0);

        Assert.NotEmpty(expected);
        Assert.Equal(
            expected,
            Run(command, "b", 1, ("LANG",
                "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("DOTNET_PROCESSOR_COUNT", "1")));
        Assert.Equal(
            expected,
            Run(command, "a", 2, ("LANG",
                "ar_SA.UTF-8"), ("LC_ALL", "ar_SA.UTF-8"), ("TZ", "America/Los_Angeles"), ("DOTNET_PROCESSOR_COUNT", "8")));
    }

    /// <summary>Articles that are named one by one are taken in the order of their names.</summary>
    [Fact]
    public void TheOrderOfPathsDoesNotCount()
    {
        var files = Directory.GetFiles(Path.Combine(folder, "a"), "*.md").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            Start(["build", .. files, "-o", "1.graph"], "a").Output,
            Start(["build", .. files.AsEnumerable().Reverse(), "-o", "2.graph"], "a").Output);
        Assert.Equal(ReadAll(Path.Combine(folder, "1.graph")), ReadAll(Path.Combine(folder, "2.graph")));
    }

    /// <summary>What was printed, and every file that was written.</summary>
    private string Run(string command, string input, int number, params (string Name, string Value)[] environment)
    {
        var output = Path.Combine(folder, $"out{number}");
        Directory.CreateDirectory(output);
        var arguments = command.Split('\'')
            .SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word == "IN"
                ? input
                : word == "SCHEMA"
                    ? Repository.GetPath("grammar", "news.gql")
                    : word.StartsWith("OUT", StringComparison.Ordinal) ? Path.Combine(output, $"x{word[3..]}") : word);
        var (code, text) = Start([.. arguments], input, environment);
        Assert.True(code is 0 or 1, text);
        return $"{text.Replace(output, "", StringComparison.Ordinal).Replace($"{input}/", "", StringComparison.Ordinal)}\n{ReadAll(output)}";
    }

    private (int Code, string Output) Start(string[] arguments, string input, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(CommandProgram.Words[0], [.. CommandProgram.Words.Skip(1), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + string.Concat(error.Result.Split('\n').Select(line => line.Length == 0 ? "" : $"! {line}\n")));
    }

    private static string ReadAll(string path)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.Append(
                $"{Path.GetRelativePath(path, file)}: {Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}\n");
        return text.ToString();
    }

    private void Copy(IEnumerable<string> files, string target)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, target, Path.GetRelativePath(TestHost.Articles, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }
}
