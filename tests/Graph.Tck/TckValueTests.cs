using Graph.Tck.Results;

namespace Graph.Tck;

public sealed class TckValueTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-7", "-7")]
    [InlineData("-0.0", "float 0")]
    [InlineData("1.0", "float 1")]
    [InlineData("1e-305", "float 1E-305")]
    [InlineData("NaN", "float NaN")]
    [InlineData("null", "null")]
    [InlineData("'it\\'s \\\\'", "'it\\'s \\\\'")]
    [InlineData("[ 1, 'a' ,null]", "[1, 'a', null]")]
    [InlineData("{b: [], a: {}}", "{a: {}, b: []}")]
    [InlineData("(:B:A {p: 0})", "(:A:B {p: 0})")]
    [InlineData("()", "( {})")]
    [InlineData("[[:T], [:T {p: 0}]]", "[[:T {}], [:T {p: 0}]]")]
    [InlineData("<(:A)-[:T]->()<-[:S]-(:B)>", "<(:A {})-[:T {}]->( {})<-[:S {}]-(:B {})>")]
    public void ValuesHaveOneTextForEachResult(string notation, string text) =>
        Assert.Equal(text, TckValueParser.Parse(notation).ToText(anyListOrder: false));

    [Theory]
    [InlineData("[3, [2, 1]]", "[3, [1, 2]]")]
    public void ListsCanCountAsBags(string notation, string text) =>
        Assert.Equal(text, TckValueParser.Parse(notation).ToText(anyListOrder: true));

    [Theory]
    [InlineData("1.5f")]
    [InlineData("[1, 2")]
    [InlineData("'open")]
    [InlineData("(:A) x")]
    public void WhatIsNoValueIsRefused(string notation) => Assert.Throws<FormatException>(() => TckValueParser.Parse(notation));
}
