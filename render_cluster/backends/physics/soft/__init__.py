"""What has no fixed shape: cloth that the wind carries and ropes that hang, solved once the solid world has moved."""
