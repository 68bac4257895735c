using System.Xml;

namespace Graph.Annotations.Tests;

/// <summary>Depth is told from tags alone, so whatever may look like a tag and is none must not count, and none must be missed.</summary>
public sealed class XmlDepthTests
{
    private const int Maximum = 3;
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };

    /// <summary>The text, and the line of the first element that is nested too deep.</summary>
    public static TheoryData<string, int?> Files => new()
    {
        { "<a><b><c><d/></c></b></a>", null },
        { "<a><b><c><d></d></c></b></a>", null },
        { "<a><b><c><d>\n<e></e></d></c></b></a>", 2 },
        { "<a><b><c>\n<d>\n<e>x</e></d></c></b></a>", 3 },
        { "<a><b/><b/><b/><b/><b/></a>", null },
        { "<a><b></b><b></b><b></b><b></b></a>", null },
        { "<a><b x='>'/><c y=\"/>\"/><d></d></a>", null },
        { "<a x='<'><b y='</b>'><c z='/>'><d t=\"'>\">\n<e></e></d></c></b></a>", 2 },
        { "<a><!-- <b><c><d><e><f> --><b/></a>", null },
        { "<a><!-- </a> --><b><!-- /> --><c><d>\n<e></e></d></c></b></a>", 2 },
        { "<a><![CDATA[<b><c><d><e><f>]]></a>", null },
        { "<a><![CDATA[</a></b>]]><b><c><d>\n<e></e></d></c></b></a>", 2 },
        { "<a><?x <b><c><d><e><f> ?></a>", null },
        { "<a>/><b>/><c>/><d>/>\n<e>/></e></d></c></b></a>", 2 },
        { "<!DOCTYPE a SYSTEM \"a>b.dtd\"><a><b/></a>", null },
        { "<!DOCTYPE a [<!ELEMENT a ANY>]><a><b><c><d>\n<e></e></d></c></b></a>", 2 },
        { "<!DOCTYPE a [<!ENTITY x '<b><c><d><e></e></d></c></b>'>]>\n<a>&x;</a>", 1 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void TheFirstThatIsTooDeepIsFound(string text, int? line) =>
        Assert.Equal(line, XmlDepth.FindTooDeep(text, Maximum, Settings));

    /// <summary>What is not well-formed is no matter of depth; the reader tells what is wrong with it.</summary>
    [Theory]
    [InlineData("<a")]
    [InlineData("<a x='")]
    [InlineData("<a><!-- ")]
    [InlineData("<a><![CDATA[")]
    [InlineData("<")]
    [InlineData("no markup")]
    [InlineData("</a></b></c>")]
    public void WhatEndsInTheMiddleIsNotTooDeep(string text) => Assert.Null(XmlDepth.FindTooDeep(text, Maximum, Settings));
}
