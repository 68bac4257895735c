using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-diff").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void WhatIsAddedRemovedAndChangedIsToldWithItsSentence()
    {
        Write("a", "[Ada]{.Person #ada} leads [Acme]{.Company #acme}.\n\n```facts\n(#ada)-[:LEADS {since: '2001'}]->(#acme)\n```\n");
        Write(
            "b", "[Ada]{.Person #ada} leads [Acme]{.Company #acme-inc}.\n\n```facts\n(#ada)-[:LEADS {since: '2001'}]->(#acme-inc)\n```\n");
        var (code, output, error) = Diff();
        Assert.Equal((1, "1 entity removed, 1 entity added, 1 fact added, 1 fact removed, 1 join changed\n"), (code, error));
        Assert.Contains("entity removed\n  - Company acme {name: 'Acme'", output);
        Assert.Contains("entity added\n  + Company acme-inc {name: 'Acme'", output);
        Assert.Contains(
            "fact removed\n  - Ada [Person ada] -[LEADS {since: 2001}]-> Acme [Company acme]\n    Article x: Ada leads Acme.\n", output);
        Assert.Contains(
            "join changed\n  - 'Acme' names Acme [Company acme]\n  + 'Acme' names Acme [Company acme-inc]\n    Article x: Ada leads Acme.\n", output);
    }

    [Fact]
    public void AChangedPropertyIsOneChange()
    {
        Write("a", "[Ada]{.Person #ada} leads [Acme]{.Company #acme}.\n\n```facts\n(#ada)-[:LEADS {since: '2001'}]->(#acme)\n```\n");
        Write("b", "[Ada]{.Person #ada} leads [Acme]{.Company #acme}.\n\n```facts\n(#ada)-[:LEADS {since: '2002'}]->(#acme)\n```\n");
        Assert.Equal(
            (1, "fact changed\n  - Ada [Person ada] -[LEADS {since: 2001}]-> Acme [Company acme]\n  + Ada [Person ada] -[LEADS {since: 2002}]-> Acme [Company acme]\n    Article x: Ada leads Acme.\n", "1 fact changed\n"),
            Diff());
        Assert.Equal(
            "changed",
            System.Text.Json.JsonDocument.Parse(Diff("--format", "json").Output).RootElement[0].GetProperty("change").GetString());
        Assert.Contains("| changed | fact | Ada [Person ada] -[LEADS {since: 2001}]->", Diff("--format", "markdown").Output);
    }

    [Fact]
    public void AnnotatorsAgreeByTypeAndToken()
    {
        // Five tokens. B takes one word less of the person: 4 of 5 agree, (0.8 - 0.56) / 0.44. Of all types 3 of 5 agree, (0.6 - 0.32) /
        // 0.68.
        Write("a", "[Ada Berg]{.Person #ada} leads [Acme]{.Company #acme}.\n");
        Write("b", "[Ada]{.Person #ada} Berg leads [Acme]{.Country #acme}.\n");
        Assert.Equal(
            (0, """
            | type | A | B | exact | precision | recall | F1 | overlapping F1 | kappa |
            |---|---|---|---|---|---|---|---|---|
            | Company | 1 | 0 | 0 | – | 0.000 | 0.000 | 0.000 | 0.000 |
            | Country | 0 | 1 | 0 | 0.000 | – | 0.000 | 0.000 | 0.000 |
            | Person | 1 | 1 | 0 | 0.000 | 0.000 | 0.000 | 1.000 | 0.545 |
            | all | 2 | 2 | 0 | 0.000 | 0.000 | 0.000 | 0.500 | 0.412 |

            """.ReplaceLineEndings("\n"), ""),
            Diff("--agreement"));
    }

    [Fact]
    public void AnArticleInWhichOneAnnotatorMarkedNothingCounts()
    {
        Write("a", "[Ada]{.Person #ada} leads.\n");
        Write("b", "[Ada]{.Person #ada} leads.\n");
        Write("a", "[Bob]{.Person #bob} follows.\n", "y");
        Write("b", "Bob follows.\n", "y");
        var (code, output, error) = Diff("--agreement");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("| all | 2 | 1 | 1 | 1.000 | 0.500 |", output);
    }

    [Fact]
    public void WhatTheAgreementLeavesOutIsTold()
    {
        Write("a", "[Ada]{.Person #ada} leads.\n");
        Write("b", "[Ada]{.Person #ada} leads.\n");
        Write("a", "[Bob]{.Person #bob} follows.\n", "y");
        Write("b", "[Bob]{.Person #bob} follows him.\n", "y");
        Write("a", "[Cid]{.Person #cid} waits.\n", "z");
        Write("b", "[Eve]{.Person #eve} waits.\n", "u");
        Write("b", "[Eve]{.Person #eve} waits.\n", "v");
        var (code, output, error) = Diff("--agreement");
        Assert.Equal(
            (0, "warning: 1 article in A only is left out: Article z\nwarning: 2 articles in B only are left out: Article u, Article v\n"
                + "warning: 1 article with another text in B is left out: Article y\n"),
            (code, error));
        Assert.Contains("| all | 1 | 1 | 1 | 1.000 |", output);
    }

    [Fact]
    public void WithoutASharedArticleThereIsNoAgreement()
    {
        Write("a", "[Ada]{.Person #ada} leads.\n");
        Write("b", "[Ada]{.Person #ada} leads.\n", "y");
        var (code, _, error) = Diff("--agreement");
        Assert.Equal(1, code);
        Assert.EndsWith("error: A and B share no article, so there is nothing to agree on.\n", error);
    }

    private (int ExitCode, string Output, string Error) Diff(params string[] options) =>
        TestHost.Run(["diff", Path.Combine(folder, "a"), Path.Combine(folder, "b"), .. options]);

    private void Write(string side, string text, string id = "x")
    {
        Directory.CreateDirectory(Path.Combine(folder, side));
        File.WriteAllText(Path.Combine(folder, side, $"{id}.md"), $"---\nid: {id}\ntitle: X\npublished: 2021\nlanguage: en\n---\n\n{text}");
    }
}
