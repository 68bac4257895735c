using System.Text.RegularExpressions;

namespace Graph.Cli.Tests.Repl;

/// <summary>Cards of entities, lists of articles and timelines.</summary>
public sealed class CardTests : PromptTest
{
    /// <summary>Between what is named, and never inside of it.</summary>
    [Theory]
    [InlineData(78)]
    [InlineData(64)]
    [InlineData(40)]
    public void ACardIsBrokenBetweenCaptions(int width)
    {
        var screen = TestHost.RunPrompt([Repository.GetPath("data")], ":open csto<Enter>:quit<Enter>", State, width);
        var lines = screen[screen.IndexOf("(Collective", StringComparison.Ordinal)..].Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        foreach (var whole in (string[])["(Kyrgyzstan :Country) 3", "(Moscow :City)", "2010-06 .. 2022-01-05",
            "(summit :Event) 2022-01-10 as PATIENT"])
            Assert.True(width < whole.Length + 30 || lines.Any(line => line.Contains(whole)), $"{whole}\n{screen}");
    }

    /// <summary>Every list is shown as names are, and one date or mention as one.</summary>
    [Theory]
    [InlineData("kazakhstan", "  ids         kazakhstan, wikidata:Q232\n")]
    [InlineData("putin", "  articles    1, 2022-01-10, 1 mention\n")]
    public void TheCardOfAnEntityReadsWell(string name, string line) =>
        Assert.Contains(line, TestHost.Run([Repository.GetPath("data")], $":open {name}\n").Output);

    /// <summary>Keys as they are entered, and dates as other tables call them.</summary>
    [Theory]
    [InlineData("id: 7\npublished: 2021-07\n", "2021-07     7  T\n")]
    [InlineData("id: 7\n", "7  T\n")]
    public void ArticlesAreListedByKeyAndDate(string head, string line)
    {
        var folder = Directory.CreateDirectory(Path.Combine(State, "listed")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.md"), $"---\n{head}title: T\n---\n\n[North]{{.Country #north}}.\n");
        Assert.Equal(line, TestHost.Run([folder], ":articles\n").Output);
    }

    [Fact]
    public void TheDateOfAnArticleMayBeATextOfATable()
    {
        var folder = Directory.CreateDirectory(Path.Combine(State, "tables")).FullName;
        File.WriteAllText(Path.Combine(folder, "nodes.csv"), "id:ID,title,date,:LABEL\n0,Zero,2019-08-10,Article\n");
        Assert.Equal(
            "2019-08-10  Article:0  Zero\n", TestHost.Run([folder], ":articles\n").Output);
    }

    /// <summary>Where a fact says when it begins and ends, it says when.</summary>
    [Theory]
    [InlineData(":open Dmitry Medvedev", "-[PRESIDENT_OF]->                           1  2008-05-07 to 2012-05-07  (Russia :Country)\n")]
    [InlineData(":open csto", "<-[MEMBER_OF]-                             12  2002-10 .. 2012\n")]
    [InlineData(":open csto", "-[BASED_IN]->                               1  since 2002-10  (Moscow :City)\n")]
    [InlineData(":timeline Dmitry Medvedev", "2008 # 1\n2009 - 1\n2010 - 1\n2011 - 1\n2012 # 1\n-: lasts through it; #: happens, begins or ends in it.\n")]
    [InlineData(":timeline csto", "2002 # 7\n")]
    [InlineData(":timeline csto", "2006 # 1\n")]
    [InlineData(":timeline csto", "Of 9 only the beginning or the end is known, and counted.\n")]
    [InlineData(":timeline csto", "2022 # 8\n")]
    public void ADurationIsSeenAsOne(string command, string part) =>
        Assert.Contains(
            part, Regex.Replace(TestHost.Run([Repository.GetPath("data"), "--ascii"], $"{command}\n").Output, " *([#-])[#-]+ ", " $1 "));

    /// <summary>What is known to the year or to a quarter stands beside its months.</summary>
    [Theory]
    [InlineData("FOUGHT_WITH {on: '2021'} FOUGHT_WITH {on: '2021-02'} FOUGHT_WITH {on: '2021-03-04'} FOUGHT_WITH {on: '2021-02/2021-04'}",
        "2021            # 1\n2021-02/2021-04 # 1\n2021-02         # 1\n2021-03         # 1\n2021: the month is not known, only this.\n")]
    [InlineData("FOUGHT_WITH {on: '2021'} FOUGHT_WITH {on: '2021'}", "2021    # 2\n2021: the month is not known, only this.\n")]
    [InlineData("MEMBER_OF {since: '1980-01', until: '2020-05'} FOUGHT_WITH {on: '2000-06'} FOUGHT_WITH {sort: 'x'}",
        "1980    # 1\n...     - 1, for 19 years\n2000    # 1 + 1\n...     - 1, for 19 years\n2020    # 1\n-: lasts through it; #: happens, begins or ends in it.\nWithout a date, and not shown: 1.\n")]
    [InlineData("FOUGHT_WITH {on: '1243'} FOUGHT_WITH {on: '1990/1995'} FOUGHT_WITH {on: '2022'}", "1243      # 1\n...        746 years\n1990/1995 # 1\n")]
    [InlineData("FOUGHT_WITH {date: '2021-07-24'} FOUGHT_WITH {date: 'in July'} FOUGHT_WITH {date: '2021-05', on: '2021-06'}",
        "2021-06 # 1\n2021-07 # 1\nWithout a date, and not shown: 1.\n")]
    public void ADateIsAsWideAsItIsKnown(string facts, string timeline)
    {
        var lines = facts[..^1].Split("} ").Select((fact, index) => $"(#north)-[:{fact}, n: {index}}}]->(#south)\n");
        var folder = Directory.CreateDirectory(Path.Combine(State, "facts")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "a.md"),
            $"---\nid: a\n---\n\n[North]{{.Country #north}} and [South]{{.Country #south}}.\n\n```facts\n{string.Concat(lines)}```\n");
        Assert.StartsWith(timeline, Regex.Replace(TestHost.Run([folder, "--ascii"], ":timeline north\n").Output, "([#-])[#-]+ ", "$1 "));
    }
}
