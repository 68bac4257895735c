namespace Graph.Oracle.Generation;

/// <summary>Durations, times of day and points in time, near the hour that summer time leaves out and the one that it has twice.</summary>
internal sealed partial class ExpressionWriter
{
    private static readonly string[] Durations = ["P1M", "P-1M", "P1Y2M10D", "P3D", "PT36H", "PT-90M", "P1M-3DT2H", "PT1S", "P0D"];

    private static readonly string[] LocalTimes = ["2022-01-31T10:30:00", "2022-03-27T02:30:00", "2022-01-05T00:00:00",
        "2021-12-31T23:59:59.5"];

    private static readonly string[] ZonedTimes =
        ["2022-03-26T02:30:00+01:00[Europe/Amsterdam]", "2022-10-30T02:30:00+02:00[Europe/Amsterdam]", "2022-01-05T10:00:00+02:00",
            "2022-01-05T08:00:00Z"];

    private string Duration(Scope scope, int depth)
    {
        if (depth <= 0 || chance.OneIn(2))
            return $"duration({Literal(chance.Pick(Durations))})";
        var less = depth - 1;
        return chance.Below(4) switch
        {
            0 => $"({Duration(scope, less)} {chance.Pick(["+", "-"])} {Duration(scope, less)})",
            1 => $"({Duration(scope, less)} * {chance.Pick(["2", "-1", "0", "3"])})",
            2 => $"duration.{chance.Pick(["between", "inMonths", "inDays", "inSeconds"])}({Date(scope, less)}, {Moment(scope, less)})",
            _ => $"duration.{chance.Pick(["between", "inMonths", "inDays", "inSeconds"])}({Moment(scope, less)}, {Moment(scope, less)})",
        };
    }

    private string Moment(Scope scope, int depth)
    {
        if (depth > 0 && chance.OneIn(3))
            return $"({Moment(scope, depth - 1)} {chance.Pick(["+", "-"])} {Duration(scope, depth - 1)})";
        return chance.Below(6) switch
        {
            0 => $"localtime({Literal(chance.Pick(["10:30:00", "23:59:59.5", "00:00:00"]))})",
            1 => $"time({Literal(chance.Pick(["10:30:00+01:00", "09:30:00Z", "23:00:00-05:00"]))})",
            2 when depth > 0 =>
                $"localdatetime.truncate({Literal(chance.Pick(["year", "month", "week", "day", "quarter"]))}, {Date(scope, depth - 1)})",
            < 4 => $"localdatetime({Literal(chance.Pick(LocalTimes))})",
            _ => $"datetime({Literal(chance.Pick(ZonedTimes))})",
        };
    }

    private string Component(Scope scope, int depth) => chance.OneIn(2)
        ? $"{Moment(scope, depth)}.{chance.Pick(["hour", "minute", "second"])}"
        : $"{Duration(scope, depth)}.{chance.Pick(["months", "days", "seconds", "hours"])}";
}
