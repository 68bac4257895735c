namespace Graph.Cli.Tests.Repl;

/// <summary><c>:param</c> takes what is typed.</summary>
public sealed class ParameterTests
{
    /// <summary>What reads as a date is one, what is an expression is computed, and what is shown can be entered again.</summary>
    [Theory]
    [InlineData("2022-01-06", "'2022-01-06'")]
    [InlineData("2022-01", "'2022-01'")]
    [InlineData("2022", "2022")]
    [InlineData("2021/2022-03-01", "'2021/2022-03-01'")]
    [InlineData("24-12-2022", "'24-12-2022'")]
    [InlineData("06-12345678", "'06-12345678'")]
    [InlineData("3-1", "2")]
    [InlineData("2022 - 01", "2021")]
    [InlineData("7/3", "2")]
    [InlineData("$three + 1", "4")]
    [InlineData("{a: $three, b: [date('2022-01'), 'x-01']}", "{a: 3, b: [date('2022-01'), 'x-01']}")]
    [InlineData("duration('P1D')", "duration('P1D')")]
    [InlineData("datetime('2022-01-06T10:00:00Z')", "datetime('2022-01-06T10:00Z')")]
    [InlineData("localtime('10:00:01')", "localtime('10:00:01')")]
    [InlineData("point({x: 1.5, y: 2})", "point({srid: 7203, x: 1.5, y: 2.0})")]
    [InlineData("-1.0 / 0", "-1.0 / 0.0")]
    [InlineData("COLLECT { MATCH (p:Person) RETURN p.name }", "['Ada Berg']")]
    public void AParameterIsShownAsItCanBeEntered(string entered, string shown)
    {
        var (_, output, error) = TestHost.Run(
            [TestHost.Articles], $":param three = 3\n:param x = {entered}\n:param x\n:param x = {shown}\n:param x\n");
        Assert.Equal(($"$x = {shown}\n$x = {shown}\n", ""), (output, error));
    }

    [Theory]
    [InlineData("RETURN 1 AS x;\n  :param u = 1/0\n", "2:14: error GR5002: Division by zero.\n  |   :param u = 1/0\n  |              ^~~\n")]
    [InlineData(":param u = 1 + toFlot(3)\n", "1:16: error GR2011: No function 'toFlot'. Did you mean 'toFloat'?\n  | :param u = 1 + toFlot(3)\n  |                ^~~~~~\n")]
    [InlineData(":param {u: abs(3), v: abs('x')}\n", "1:27: error GR3002: abs takes a number, but this is a string.\n")]
    [InlineData(":param u = $v + 1\n", "error: There is no parameter 'v' to compute with; a text with a '$' in it stands in quotes.\n")]
    [InlineData(":param u = [2022-01-06]\n", "error: '2022-01-06' reads as a date; write date('2022-01-06'), or blanks around the '-' to compute.\n")]
    public void AMistakeInAParameterStandsInWhatWasTyped(string input, string message) =>
        Assert.StartsWith(message, TestHost.Run([TestHost.Articles], input).Error);
}
