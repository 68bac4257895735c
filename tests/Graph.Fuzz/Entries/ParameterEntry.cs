using System.Text;
using Graph.Cli.Sessions;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Entries;

/// <summary><c>--param</c>, <c>:param</c> and <c>--params FILE.json</c>: values, or the documented mistake.</summary>
internal sealed class ParameterEntry(string folder) : FuzzEntry("parameters", Collect())
{
    public override ImmutableArray<string> Words { get; } =
        ["date('2022-01')", "'x'", "[1, 2]", "{a: true}", "null", "\"a\": 1", "=>", "=", "$p", "-9223372036854775808", "1e400",
            "\"\\ud800\"", "//", "/*"];

    public override void Read(FuzzInput input)
    {
        Try(() => ParameterParser.Parse(input.Text.Split('\n')));
        if (input.Text.Contains('=') || input.Text.StartsWith('{'))
            Try(() => _ = ParameterParser.ParseAtPrompt(input.Text, _ => null).ToList());
        input.WriteTo(folder);
        Try(() => ParameterFile.Read(Path.Combine(folder, input.Files[0].Name)));
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (UsageException exception)
        {
            FindingException.Require(exception.Message.Length > 0, () => "is refused without a word");
        }
    }

    private static ImmutableArray<FuzzInput> Collect() =>
    [
        .. KeptInputs.Read("parameters"),
        .. new[]
        {
            "since=2002", "name=Rusland\nnames=['a', 'b']", "$d = date('2022-01')", "{a: 1, b: [1.5, -3, null, {c: 'x'}]}", "r => 5",
            "x=-9223372036854775808", """{"since": 2002, "names": ["a", "b"], "deep": {"a": [1.5, null, true, -3e2]}}""",
            """[{"since": 1}, {"since": 2}]""", "{/* c */ \"a\": \"\\u00e9\", // x\n}",
        }.Select(text => FuzzInput.Of("p.json", Encoding.UTF8.GetBytes(text))),
    ];
}
