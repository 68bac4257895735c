namespace Graph.Terminal.Tests;

public sealed class ScreenTests
{
    [Theory]
    [InlineData(10, "abcdefgh", "> abcdefgh\n|")]
    [InlineData(10, "abcdefgh<Left>", "> abcdefg|h")]
    [InlineData(10, "abcdefghijklmnopqrstuvwxyz", "> abcdefgh\nijklmnopqr\nstuvwxyz|")]
    [InlineData(10, "abcdefghij<Home>", "> |abcdefgh\nij")]
    [InlineData(9, "abcdef中文", "> abcdef\n中文|")]
    [InlineData(8, "中文中文", "> 中文中\n文|")]
    [InlineData(10, "e\u0301e\u0301x", "> e\u0301e\u0301x|")]
    [InlineData(10, "one<Enter>two", "> one\n. two|")]
    [InlineData(10, "one<Enter>two<Up>", "> one|\n. two")]
    [InlineData(10, "a<Enter><Enter>b", "> a\n.\n. b|")]
    [InlineData(10, "<Paste:a\u0007\u202Eb>", "> a␇\uFFFDb|")]
    [InlineData(12, "<Paste:a\tb>", "> a    b|")]
    [InlineData(5, "😀😀😀", "> 😀\n😀😀|")]
    public void TextWrapsAtTheWidthInCells(int width, string keys, string screen) =>
        Assert.Equal(screen, new EditorFixture(width).ReadScreen(keys));

    [Theory]
    [InlineData("abcdefghijkl<Paint><Back><Back><Back><Back><Paint>x", "> abcdefgh\nx|")]
    [InlineData("abcdefghijkl<Paint><C-u><Paint>y", "> y|")]
    [InlineData("one<Enter>two<Enter>three<Paint><Up><Paint><C-u><Back><Paint>!", "> one!|\n. three")]
    [InlineData("abcdefghijklmnop<Paint><Home><Paint>x<Paint><End><Paint>y", "> xabcdefg\nhijklmnopy\n|")]
    [InlineData("ab<Paint><C-r>q<Paint><Back><C-g><Paint>c", "> abc|")]
    [InlineData("abc<Paint><C-l><Paint>d", "> abcd|")]
    public void RepaintingLeavesNothingBehind(string keys, string screen) => Assert.Equal(screen, new EditorFixture(10).ReadScreen(keys));

    [Fact]
    public void ATextTallerThanTheScreenShowsTheRowsAroundTheCursor()
    {
        var fixture = new EditorFixture(10, height: 3);
        Assert.Equal(". 4\n. 5\n. 6|", fixture.ReadScreen("1<Enter>2<Enter>3<Enter>4<Enter>5<Enter>6"));
    }

    [Fact]
    public void ANewWidthRepaintsAtOnce()
    {
        var fixture = new EditorFixture(10);
        Assert.Equal("> abcdefghijkl|", fixture.ReadScreen("abcdefghijkl<Paint><Width:20>"));
    }

    [Fact]
    public void ReverseSearchShowsWhatIsSoughtAndFound()
    {
        var fixture = new EditorFixture(history: ["MATCH (n) RETURN n;"]);
        Assert.Equal("(search 'ret') MATCH (n) |RETURN n;", fixture.ReadScreen("<C-r>ret"));
        Assert.Equal("(nothing has 'retx') |", new EditorFixture().ReadScreen("<C-r>retx"));
    }

    [Fact]
    public void ChoicesStandBelowTheTextAndGoWithTheNextKey()
    {
        static Completion Complete(string text, int cursor) => new(
            0, cursor,
            [new CompletionItem("Country", "label"), new CompletionItem("City", "label"), new CompletionItem("Company", "label")]);

        Assert.Equal("> C|\nCountry label  City label\nCompany label", new EditorFixture(31, complete: Complete).ReadScreen("C<Tab>"));
        Assert.Equal("> Countryx|", new EditorFixture(31, complete: Complete).ReadScreen("C<Tab><Tab><Paint>x"));
    }

    [Fact]
    public void ManyChoicesScrollAroundTheChosenOne()
    {
        var items = Enumerable.Range(1, 40).Select(i => new CompletionItem($"Label{i:00}")).ToList();
        var fixture = new EditorFixture(10, 20, complete: (_, cursor) => new Completion(0, cursor, items));
        var screen = fixture.ReadScreen("L" + string.Concat(Enumerable.Repeat("<Tab>", 21)));
        Assert.Equal("> Label20|\nLabel16\nLabel17\nLabel18\nLabel19\nLabel20\nLabel21\nLabel22\nLabel23\n(40 choice\ns)", screen);
    }

    [Fact]
    public void TheEndOfInputLeavesTheTextAndAFreshRow()
    {
        var fixture = new EditorFixture(20);
        fixture.Read("one<Enter>two;<Up><Enter>");
        Assert.Equal("> one\n. two;", fixture.Terminal.Text);
        Assert.Equal((2, 0), fixture.Terminal.Cursor);
        fixture.Read("x<C-c>");
        Assert.Equal("> one\n. two;\n> x^C", fixture.Terminal.Text);
    }
}
