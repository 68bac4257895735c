namespace Graph.Terminal.Tests;

public sealed class LineEditorTests
{
    [Theory]
    [InlineData("abc<Left>", "ab|c")]
    [InlineData("abc<Home>x", "x|abc")]
    [InlineData("abc<C-a><Delete>", "|bc")]
    [InlineData("abc<C-b><C-b><C-f>", "ab|c")]
    [InlineData("one two<A-b><A-b>", "|one two")]
    [InlineData("one two<Home><A-f>", "one| two")]
    [InlineData("one two<C-Left>", "one |two")]
    [InlineData("one.two three<A-Back>", "one.two |")]
    [InlineData("one.two three<C-w><C-w>", "|")]
    [InlineData("one.two<A-b><A-d>", "one.|")]
    [InlineData("one two<C-w><C-y><C-y>", "one twotwo|")]
    [InlineData("one two three<C-w><C-w><C-y>", "one two three|")]
    [InlineData("one two<Home><A-d><A-d><C-y>", "one two|")]
    [InlineData("one two<C-w>x<C-w><C-y>", "one x|")]
    [InlineData("abc<Left><C-k><C-y>", "abc|")]
    [InlineData("abc<Left><C-u>", "|c")]
    [InlineData("ab<C-t>", "ba|")]
    [InlineData("abc<Home><Right><C-t>", "ba|c")]
    [InlineData("a<C-t>", "a|")]
    [InlineData("kazachstan<C-_>", "|")]
    [InlineData("one<C-w>two<C-_><C-_>", "one|")]
    [InlineData("one<Enter>two<Home>x", "one\nx|two")]
    [InlineData("one<Enter>two<Up>x", "onex|\ntwo")]
    [InlineData("one<Enter>t<Up><Down>x", "one\ntx|")]
    [InlineData("one<A-Enter>two<C-k>", "one\ntwo|")]
    [InlineData("one<Enter>two<A-lt>x", "x|one\ntwo")]
    [InlineData("one<Enter>two<Up><End><C-k>", "one|two")]
    [InlineData("one<Enter>two<C-Home>x", "x|one\ntwo")]
    public void KeysEditTheText(string keys, string expected) => Assert.Equal(expected, Type(keys));

    [Theory]
    [InlineData("Kirgizië<Back>", "Kirgizi|")]
    [InlineData("e\u0301x<Left><Back>", "|x")]
    [InlineData("a😀b<Left><Left><Delete>", "a|b")]
    [InlineData("a😀<Back>", "a|")]
    [InlineData("👨‍👩‍👧<Left>x", "x|👨‍👩‍👧")]
    [InlineData("🇳🇱🇰🇿<Back>", "🇳🇱|")]
    [InlineData("中文<Left>x", "中x|文")]
    [InlineData("नि<Back>", "|")]
    public void TextElementsAreNeverSplit(string keys, string expected) => Assert.Equal(expected, Type(keys));

    [Theory]
    [InlineData("<Paste:MATCH (n)\r\nRETURN n;\nMATCH>", "MATCH (n)\nRETURN n;\nMATCH|")]
    [InlineData("ab<Left><Paste:1;\n2;>", "a1;\n2;|b")]
    [InlineData("<Paste:a\tb>", "a\tb|")]
    [InlineData("<Paste:😀>x", "😀x|")]
    [InlineData("a<Raw:\e[25~>b", "ab|")]
    public void PastedTextIsInsertedAndNeverSubmitted(string keys, string expected) => Assert.Equal(expected, Type(keys));

    [Theory]
    [InlineData("abc;<Enter>", nameof(EditOutcome.Submitted), "abc;")]
    [InlineData("abc<Enter>;<Enter>", nameof(EditOutcome.Submitted), "abc\n;")]
    [InlineData("abc;<Left><Enter>", nameof(EditOutcome.Submitted), "abc;")]
    [InlineData("abc<C-c>", nameof(EditOutcome.Cancelled), "abc")]
    [InlineData("<C-d>", nameof(EditOutcome.EndOfInput), "")]
    [InlineData("ab<Left><C-d>;<Enter>", nameof(EditOutcome.Submitted), "a;")]
    public void InputEndsAsTheKeySays(string keys, string outcome, string text) =>
        Assert.Equal(new EditResult(Enum.Parse<EditOutcome>(outcome), text), new EditorFixture().Read(keys));

    [Theory]
    [InlineData("<Up>", "third;|")]
    [InlineData("<Up><Up>", "second\nline;|")]
    [InlineData("<Up><Up><Up>", "secon|d\nline;")]
    [InlineData("<Up><Up><Up><Up>", "first;|")]
    [InlineData("<C-p><C-p><C-p><C-p>", "first;|")]
    [InlineData("draft<Up><Down>", "draft|")]
    [InlineData("<Up>x<Up><PageDown>", "third;x|")]
    [InlineData("<Up><C-n>", "|")]
    public void ArrowsWalkThroughTheHistoryAtTheFirstAndLastLine(string keys, string expected) =>
        Assert.Equal(expected, Type(keys, "first;", "second\nline;", "third;"));

    [Theory]
    [InlineData("<C-r>ma<End>", "MATCH (b);|")]
    [InlineData("<C-r>ma<C-r><End>", "MATCH (a);|")]
    [InlineData("<C-r>ma<C-r><C-r><End>", "MATCH (a);|")]
    [InlineData("<C-r>ma<C-r><C-s><End>", "MATCH (b);|")]
    [InlineData("<C-r>(a<Back>b<End>", "MATCH (b);|")]
    [InlineData("draft<C-r>ma<C-g>", "draft|")]
    [InlineData("draft<C-r>zzz<End>", "draft|")]
    [InlineData("<C-r>(b<Left>", "MATCH| (b);")]
    public void ReverseSearchFindsTheNewestEntryThatContainsTheText(string keys, string expected) =>
        Assert.Equal(expected, Type(keys, "MATCH (a);", "RETURN 1;", "MATCH (b);"));

    [Fact]
    public void EnterInReverseSearchSubmitsWhatWasFound() =>
        Assert.Equal(new EditResult(EditOutcome.Submitted, "MATCH (a);"), new EditorFixture(history: ["MATCH (a);"]).Read("<C-r>m<Enter>"));

    [Theory]
    [InlineData("R<Tab>", "RE|")]
    [InlineData("R<Tab><Tab>", "REMOVE|")]
    [InlineData("R<Tab><Tab><Tab>", "RETURN|")]
    [InlineData("R<Tab><S-Tab>", "RETURN|")]
    [InlineData("R<Tab><Tab><Tab><Tab>", "RE|")]
    [InlineData("R<Tab><Tab><Esc>", "R|")]
    [InlineData("R<Tab><Tab>x", "REMOVEx|")]
    [InlineData("m<Tab>", "MATCH|")]
    [InlineData("x<Tab>", "x|")]
    [InlineData("<Tab>R", "    R|")]
    [InlineData("<Tab><Tab>m", "        m|")]
    public void TabCompletesAndWalksThroughTheChoices(string keys, string expected)
    {
        var fixture = new EditorFixture(complete: CompleteKeywords);
        Assert.Equal(expected, fixture.ReadState(keys));
    }

    private static Completion CompleteKeywords(string text, int cursor)
    {
        string[] words = ["MATCH", "REMOVE", "RETURN"];
        return new Completion(
            0, cursor,
            [.. words.Where(word => word.StartsWith(text[..cursor], StringComparison.OrdinalIgnoreCase))
                .Select(word => new CompletionItem(word))]);
    }

    private static string Type(string keys, params string[] history) => new EditorFixture(60, history: history).ReadState(keys);
}
