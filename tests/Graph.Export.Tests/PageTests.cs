namespace Graph.Export.Tests;

public sealed class PageTests
{
    [SkippableFact]
    public async Task TheCardOfAnEntityAndTheSentenceOfAFactAreAClickAway()
    {
        using var folder = new TemporaryFolder();
        var selection = GraphSelection.All(ExportRuns.Data).WithoutMentions();
        using var browser = await Browser.Open(WritePage(folder, selection));

        Assert.Equal(
            $"{selection.Nodes.Length} of {selection.Nodes.Length} nodes, {selection.Edges.Length} of {selection.Edges.Length} relations",
            await Text(browser, "#status"));

        await browser.Evaluate("document.getElementById('search').focus()");
        await browser.Type("TOKÁYEV");
        Assert.Contains("Tokayev", await Text(browser, "#found button"));
        await browser.Evaluate("document.querySelector('#found button').click()");
        Assert.Equal("Tokayev", await Text(browser, "#card h2"));
        Assert.Contains("REQUESTED_HELP_FROM", await Text(browser, "#card"));

        await browser.Evaluate(
            "[...document.querySelectorAll('#card .facts button')].find(button => button.textContent.includes('Collective Security')).click()");
        Assert.Equal("REQUESTED_HELP_FROM", await Text(browser, "#card h2"));
        Assert.Contains(
            "Tokajev",
            (string?)await browser.Evaluate("[...document.querySelectorAll('#card mark')].map(mark => mark.textContent).join('|')"));
        Assert.NotEqual("", await Text(browser, "#card blockquote"));
        AssertQuiet(browser);
    }

    [SkippableFact]
    public async Task APressOnTheCanvasOpensWhatIsThere()
    {
        using var folder = new TemporaryFolder();
        using var browser = await Browser.Open(WritePage(folder, GraphSelection.All(HostileGraph.Build()).WithoutMentions()));
        var place = await browser.Evaluate("""
            (() => {
              const { nodes } = JSON.parse(document.getElementById('data').textContent), canvas = document.getElementById('canvas').getBoundingClientRect();
              const left = Math.min(...nodes.map(n => n.x - n.width / 2)), right = Math.max(...nodes.map(n => n.x + n.width / 2));
              const top = Math.min(...nodes.map(n => n.y - n.height / 2)), bottom = Math.max(...nodes.map(n => n.y + n.height / 2));
              const scale = Math.min(1.6, (canvas.width - 40) / (right - left), (canvas.height - 40) / (bottom - top));
              const node = nodes.find(n => n.name.startsWith('=HYPER'));
              return [canvas.left + canvas.width / 2 + scale * (node.x - (left + right) / 2), canvas.top + canvas.height / 2 + scale * (node.y - (top + bottom) / 2)];
            })()
            """);
        await browser.Click((double)place![0]!, (double)place[1]!);
        Assert.StartsWith("=HYPERLINK", await Text(browser, "#card h2"));
        AssertQuiet(browser);
    }

    [SkippableFact]
    public async Task HostileTextsStayTextInTheBrowser()
    {
        using var folder = new TemporaryFolder();
        using var browser = await Browser.Open(WritePage(folder, GraphSelection.All(HostileGraph.Build()).WithoutMentions()));
        foreach (var name in new[] { "script", "bob", "HYPERLINK" })
        {
            await browser.Evaluate(
                $"(search => {{ search.value = '{name}'; search.dispatchEvent(new Event('input')); document.querySelector('#found button').click(); }})(document.getElementById('search'))");
            await browser.Evaluate("document.querySelector('#card .facts button')?.click()");
        }

        await browser.Evaluate("document.getElementById('show-table').click()");
        Assert.Equal("Graph: 4 nodes, 5 relations", (string?)await browser.Evaluate("document.title"));
        Assert.Equal(2, (int?)await browser.Evaluate("document.scripts.length"));
        Assert.Equal(
            0, (int?)await browser.Evaluate(
                "document.querySelectorAll('#table b, #table i, #table script, #card b, #card script').length"));
        Assert.Contains(HostileGraph.Markup, await Text(browser, "#table"));
        AssertQuiet(browser);
    }

    [SkippableFact]
    public async Task FiltersHideAndTheTableFollows()
    {
        using var folder = new TemporaryFolder();
        using var browser = await Browser.Open(WritePage(folder, GraphSelection.All(ExportRuns.Data).WithoutMentions()));
        await browser.Evaluate("document.getElementById('show-table').click(); document.getElementById('show-filters').click()");
        Assert.Equal(77, (int?)await browser.Evaluate("document.querySelectorAll('#table tbody tr').length"));
        await browser.Evaluate(
            "document.querySelectorAll('#types input').forEach(box => { if (!box.parentElement.textContent.includes('MEMBER_OF')) box.click(); })");
        var members = (int?)await browser.Evaluate("document.querySelectorAll('#table tbody tr').length");
        Assert.InRange(members!.Value, 7, 76);
        await browser.Evaluate("document.getElementById('undated').click()");
        var dated = (int?)await browser.Evaluate("document.querySelectorAll('#table tbody tr').length");
        Assert.InRange(dated!.Value, 1, members.Value - 1);
        await browser.Evaluate("(to => { to.value = '2001-12-31'; to.dispatchEvent(new Event('input')); })(document.getElementById('to'))");
        Assert.Equal(0, (int?)await browser.Evaluate("document.querySelectorAll('#table tbody tr').length"));
        await browser.Evaluate("document.getElementById('show-all').click()");
        Assert.Equal(77, (int?)await browser.Evaluate("document.querySelectorAll('#table tbody tr').length"));
        AssertQuiet(browser);
    }

    [Fact]
    public void ThePageAsksForNothingAndRunsOnlyItself()
    {
        using var folder = new TemporaryFolder();
        var page = File.ReadAllText(WritePage(folder, GraphSelection.All(HostileGraph.Build())));
        Assert.Contains("default-src 'none'; script-src 'sha256-", page);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<script>"));
        Assert.DoesNotContain("document.title='owned'", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("{{", page);
        Assert.DoesNotContain("\u2028", page);
    }

    private static string WritePage(TemporaryFolder folder, GraphSelection selection)
    {
        var file = Path.Combine(folder.Path, "page.html");
        WholeFile.Write(file, output => Pictures.Write(file, selection, new PictureOptions(), output));
        return file;
    }

    private static async Task<string> Text(Browser browser, string selector) =>
        (string?)await browser.Evaluate($"document.querySelector('{selector}').textContent") ?? "";

    private static void AssertQuiet(Browser browser)
    {
        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, request => Assert.Matches("^(file|data):", request));
    }
}
