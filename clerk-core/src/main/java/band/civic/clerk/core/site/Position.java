package band.civic.clerk.core.site;

/// Where a place is, in degrees (WGS 84).
public record Position(double lat, double lng) {}
